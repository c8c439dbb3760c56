using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>DeleteBucket: of an empty bucket; uploads that were not completed go with it.</summary>
internal sealed class DeleteBucketOperation(ObjectStore objects) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Bucket();
        return call.WriteAsync(store =>
        {
            var bucket = ObjectStore.Bucket(store, name);
            if (!S3ObjectStore.IsEmpty(store, bucket.Id))
            {
                throw new ServiceException("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, JsonObject.Of(("BucketName", name)));
            }

            S3UploadStore.List(store, bucket.Id, "", "", null, int.MaxValue).ForEach(upload => objects.Delete(store, upload));
            S3BucketStore.Delete(store, bucket.Id);
        });
    }
}
