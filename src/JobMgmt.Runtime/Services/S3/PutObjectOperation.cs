using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>PutObject: the bytes go to disk first; the object is seen whole, or not at all.</summary>
internal sealed class PutObjectOperation(ObjectStore objects, ObjectBody body, Database database) : IServiceOperation
{
    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (bucket, key) = (request.Bucket(), request.Key());
        var attributes = ObjectAttributes.Of(request);
        var tags = ObjectTags.OfHeader(request.Text("Tagging") ?? "");
        database.Read(store => ObjectStore.Bucket(store, bucket)); // before the bytes are read
        using var content = await body.StageAsync(request, call);
        return await call.WriteAsync(store =>
        {
            ObjectAnswer.CheckPut(request, S3ObjectStore.Find(store, ObjectStore.Bucket(store, bucket).Id, key));
            var record = objects.Put(store, bucket, key, content, attributes, tags, new ObjectChange("PutObject", call.RequestId));
            return ObjectAnswer.WithChecksum(JsonObject.Of(("ETag", $"\"{record.ETag}\""), ("ServerSideEncryption", ObjectAnswer.Encryption)), record);
        });
    }
}
