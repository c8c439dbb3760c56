using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>GetBucketLocation: empty for us-east-1.</summary>
internal sealed class GetBucketLocationOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        database.Read(store => ObjectStore.Bucket(store, request.Bucket()));
        return Task.FromResult(JsonObject.Of(("LocationConstraint", identity.Region == "us-east-1" ? null : identity.Region)));
    }
}
