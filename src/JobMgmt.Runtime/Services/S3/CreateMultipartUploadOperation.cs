using System.Security.Cryptography;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>CreateMultipartUpload: nothing is to be seen of the object until it is completed.</summary>
internal sealed class CreateMultipartUploadOperation(TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (bucket, key) = (request.Bucket(), request.Key());
        var asked = ObjectBody.Named(request);
        var algorithm = asked ?? ChecksumAlgorithm.Find(ChecksumAlgorithm.Default)!;
        var type = request.Text("ChecksumType") ?? algorithm.MultipartType;
        if (type == ChecksumAlgorithm.FullObject ? algorithm.Name.StartsWith("SHA", StringComparison.Ordinal) : algorithm.Name == ChecksumAlgorithm.Default)
        {
            throw S3Errors.InvalidRequest($"The {type} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm.");
        }

        var id = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var attributes = ObjectAttributes.Of(request);
        var tags = ObjectTags.OfHeader(request.Text("Tagging") ?? "");
        return call.WriteAsync(store =>
        {
            var owner = ObjectStore.Bucket(store, bucket);
            S3UploadStore.Add(store, new S3UploadRecord(id, owner.Id, key, time.GetUtcNow(), algorithm.Name, type, attributes, tags));
            return JsonObject.Of(
                ("Bucket", bucket),
                ("Key", key),
                ("UploadId", id),
                ("ServerSideEncryption", ObjectAnswer.Encryption),
                ("ChecksumAlgorithm", asked?.Name),
                ("ChecksumType", asked is null ? null : type));
        });
    }
}
