using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>HeadBucket.</summary>
internal sealed class HeadBucketOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        database.Read(store => ObjectStore.Bucket(store, request.Bucket()));
        return Task.FromResult(JsonObject.Of(("BucketRegion", identity.Region), ("AccessPointAlias", false)));
    }
}
