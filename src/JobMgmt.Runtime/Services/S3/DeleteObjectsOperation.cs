using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>DeleteObjects: up to 1,000 keys at once.</summary>
internal sealed class DeleteObjectsOperation(ObjectStore objects) : IServiceOperation
{
    private const int Most = 1000;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var bucket = request.Bucket();
        var delete = request.Object("Delete");
        var keys = delete?.Objects("Objects").Select(item => item.Text("Key")).ToArray();
        if (keys is null or { Length: 0 or > Most } || Array.Exists(keys, string.IsNullOrEmpty))
        {
            throw S3Errors.MalformedXml();
        }

        return call.WriteAsync(store =>
        {
            var owner = ObjectStore.Bucket(store, bucket);
            var change = new ObjectChange("DeleteObject", call.RequestId);
            Array.ForEach(keys, key => objects.Delete(store, owner, key!, change));
            return delete!.Flag("Quiet") == true
                ? JsonObject.Empty
                : JsonObject.Of(("Deleted", new JsonArray(keys.Select(key => (JsonValue)JsonObject.Of(("Key", key))))));
        });
    }
}
