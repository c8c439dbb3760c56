using System.Globalization;
using System.Security.Cryptography;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>CompleteMultipartUpload: joins the parts into one file, and puts the object in the transaction that ends the upload.</summary>
internal sealed class CompleteMultipartUploadOperation(ObjectStore objects, Database database, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    private const long LeastPart = 5 << 20;

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (bucket, key) = (request.Bucket(), request.Key());
        var (upload, parts) = database.Read(store =>
        {
            var upload = PartUpload.Find(store, request);
            return (upload, Chosen(request, S3UploadStore.Parts(store, upload.Id), upload));
        });
        var algorithm = ChecksumAlgorithm.Find(upload.ChecksumAlgorithm)!;
        await using var joined = new JoinedStream([.. parts.Select(part => (Func<Stream>)(() => objects.OpenContent(part.Content)))]);
        using var content = await objects.StageAsync(joined, algorithm, call.Aborted);
        var record = new S3ObjectRecord(
            key,
            content.Id,
            content.Size,
            $"{Convert.ToHexStringLower(MD5.HashData([.. parts.SelectMany(part => Convert.FromHexString(part.Md5))]))}-{Invariant(parts.Count)}",
            time.GetUtcNow(),
            algorithm.Name,
            upload.ChecksumType,
            upload.ChecksumType == ChecksumAlgorithm.FullObject ? content.Checksum : Composite(algorithm, parts),
            upload.Attributes,
            upload.Tags,
            [.. parts.Select(part => part.Size)]);
        CheckWhole(request, record, algorithm);
        return await call.WriteAsync(store =>
        {
            var now = S3UploadStore.Parts(store, PartUpload.Find(store, request).Id).ToDictionary(part => part.Number);
            if (parts.Any(part => now.GetValueOrDefault(part.Number)?.Content != part.Content))
            {
                throw InvalidPart(upload.Id, null); // replaced while the parts were joined
            }

            ObjectAnswer.CheckPut(request, S3ObjectStore.Find(store, upload.Bucket, key));
            objects.Put(store, bucket, record, content, new ObjectChange("CompleteMultipartUpload", call.RequestId));
            objects.Delete(store, upload);
            var answer = JsonObject.Of(
                ("Location", $"{identity.Endpoint}/{bucket}/{Uri.EscapeDataString(key)}"),
                ("Bucket", bucket),
                ("Key", key),
                ("ETag", $"\"{record.ETag}\""),
                ("ServerSideEncryption", ObjectAnswer.Encryption));
            return ObjectAnswer.WithChecksum(answer, record);
        });
    }

    /// <summary>The parts that the request lists: there, as they are listed, in order, and large enough.</summary>
    private static List<S3PartRecord> Chosen(JsonObject request, List<S3PartRecord> uploaded, S3UploadRecord upload)
    {
        var byNumber = uploaded.ToDictionary(part => part.Number);
        var checksum = ChecksumAlgorithm.Find(upload.ChecksumAlgorithm)!.Member;
        var chosen = new List<S3PartRecord>();
        foreach (var item in request.Object("MultipartUpload")?.Objects("Parts") ?? [])
        {
            var part = byNumber.GetValueOrDefault(item.Number("PartNumber") ?? throw S3Errors.MalformedXml());
            if (part is null || item.Text("ETag")?.Trim('"') != part.Md5 || (item.Text(checksum) is { } sent && sent != part.Checksum))
            {
                throw InvalidPart(upload.Id, item);
            }

            if (chosen.Count > 0 && chosen[^1].Number >= part.Number)
            {
                throw new ServiceException(
                    "InvalidPartOrder", "The list of parts was not in ascending order. The parts list must be specified in order by part number.", 400, JsonObject.Of(("UploadId", upload.Id)));
            }

            chosen.Add(part);
        }

        return chosen.Count == 0 ? throw S3Errors.MalformedXml()
            : chosen.SkipLast(1).FirstOrDefault(part => part.Size < LeastPart) is { } small ? throw TooSmall(small)
            : chosen;
    }

    private static string Composite(ChecksumAlgorithm algorithm, List<S3PartRecord> parts)
    {
        var checksum = algorithm.Start();
        parts.ForEach(part => checksum.Append(Convert.FromBase64String(part.Checksum)));
        return $"{Convert.ToBase64String(checksum.Finish())}-{Invariant(parts.Count)}";
    }

    private static void CheckWhole(JsonObject request, S3ObjectRecord record, ChecksumAlgorithm algorithm)
    {
        if (request.Text(algorithm.Member) is { } sent && sent != record.Checksum)
        {
            throw S3Errors.BadDigest(algorithm.Name);
        }

        if (request.Number("MpuObjectSize") is { } size && size != record.Size)
        {
            throw S3Errors.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed.");
        }
    }

    private static ServiceException InvalidPart(string upload, JsonObject? item) => new(
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        400,
        JsonObject.Of(("UploadId", upload), ("PartNumber", item?["PartNumber"]), ("ETag", item?["ETag"])));

    private static ServiceException TooSmall(S3PartRecord part) => new(
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size",
        400,
        JsonObject.Of(("ProposedSize", part.Size), ("MinSizeAllowed", LeastPart), ("PartNumber", part.Number), ("ETag", part.Md5)));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
