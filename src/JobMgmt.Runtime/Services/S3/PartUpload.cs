using System.Globalization;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>What UploadPart and UploadPartCopy have in common: an upload, a number, and bytes that become its part.</summary>
internal sealed class PartUpload(ObjectStore objects, Database database, TimeProvider time)
{
    private const int MostParts = 10_000;

    /// <summary>The upload that a request names.</summary>
    /// <exception cref="ServiceException">NoSuchBucket, NoSuchUpload.</exception>
    public static S3UploadRecord Find(StoreConnection store, JsonObject request)
    {
        var bucket = ObjectStore.Bucket(store, request.Bucket());
        return S3UploadStore.Find(store, request.UploadId()) is { } upload && upload.Bucket == bucket.Id && upload.Key == request.Key()
            ? upload
            : throw S3Errors.NoSuchUpload(request.UploadId());
    }

    /// <summary>As the other, with the algorithm that its parts have; also checks the part's number.</summary>
    public ChecksumAlgorithm Prepare(JsonObject request)
    {
        var number = request.Number("PartNumber") ?? 0;
        if (number is < 1 or > MostParts)
        {
            throw S3Errors.InvalidArgument(
                "Part number must be an integer between 1 and 10000, inclusive", "partNumber", number.ToString(CultureInfo.InvariantCulture));
        }

        return ChecksumAlgorithm.Find(database.Read(store => Find(store, request)).ChecksumAlgorithm)!;
    }

    /// <summary>Makes staged bytes the part; an earlier one of the number is replaced.</summary>
    public S3PartRecord Put(StoreConnection store, JsonObject request, StagedContent content)
    {
        var upload = Find(store, request);
        var number = request.Number("PartNumber")!.Value;
        objects.Forget(store, S3UploadStore.FindPart(store, upload.Id, number)?.Content);
        var checksum = content.Algorithm.Name == upload.ChecksumAlgorithm ? content.Checksum : "";
        var part = new S3PartRecord(number, content.Id, content.Size, content.Md5, checksum, time.GetUtcNow());
        S3UploadStore.PutPart(store, upload.Id, part);
        content.KeepAfterCommit(store);
        return part;
    }
}
