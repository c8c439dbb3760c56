using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>PutObjectTagging: replaces all tags; up to 10.</summary>
internal sealed class PutObjectTaggingOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var (bucket, key) = (request.Bucket(), request.Key());
        var tags = ObjectTags.OfDocument(request.Object("Tagging") ?? throw S3Errors.MalformedXml());
        return call.WriteAsync(store => SetTags(store, bucket, key, tags));
    }

    internal static void SetTags(StoreConnection store, string bucket, string key, JsonObject tags)
    {
        var owner = ObjectStore.Bucket(store, bucket);
        if (S3ObjectStore.Find(store, owner.Id, key) is null)
        {
            throw S3Errors.NoSuchKey(key);
        }

        S3ObjectStore.SetTags(store, owner.Id, key, tags);
    }
}
