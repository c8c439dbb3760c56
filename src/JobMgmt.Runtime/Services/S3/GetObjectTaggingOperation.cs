using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>GetObjectTagging.</summary>
internal sealed class GetObjectTaggingOperation(ObjectStore objects) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var tags = objects.Find(request.Bucket(), request.Key()).Tags;
        return Task.FromResult(JsonObject.Of(
            ("TagSet", new JsonArray(tags.Select(tag => (JsonValue)JsonObject.Of(("Key", tag.Key), ("Value", tag.Value)))))));
    }
}
