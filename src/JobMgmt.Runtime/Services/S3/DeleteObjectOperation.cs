using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>DeleteObject: a key that is not there is no error.</summary>
internal sealed class DeleteObjectOperation(ObjectStore objects) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var (bucket, key) = (request.Bucket(), request.Key());
        return call.WriteAsync(store =>
        {
            var owner = ObjectStore.Bucket(store, bucket);
            if (request.Contains("IfMatch"))
            {
                ObjectAnswer.CheckPut(request, S3ObjectStore.Find(store, owner.Id, key));
            }

            objects.Delete(store, owner, key, new ObjectChange("DeleteObject", call.RequestId));
        });
    }
}
