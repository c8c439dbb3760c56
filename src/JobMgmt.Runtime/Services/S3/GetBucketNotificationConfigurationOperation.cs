using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>GetBucketNotificationConfiguration: empty, or EventBridge.</summary>
internal sealed class GetBucketNotificationConfigurationOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => Task.FromResult(
        database.Read(store => ObjectStore.Bucket(store, request.Bucket())).SendsEvents ? JsonObject.Of(("EventBridgeConfiguration", JsonObject.Empty)) : JsonObject.Empty);
}
