using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>DeleteObjectTagging: removes all tags.</summary>
internal sealed class DeleteObjectTaggingOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var (bucket, key) = (request.Bucket(), request.Key());
        return call.WriteAsync(store => PutObjectTaggingOperation.SetTags(store, bucket, key, JsonObject.Empty));
    }
}
