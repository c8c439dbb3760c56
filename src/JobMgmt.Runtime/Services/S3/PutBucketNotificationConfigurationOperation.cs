using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>PutBucketNotificationConfiguration: whether the bucket's events go to EventBridge. Queues, topics and functions are not here, which S3 tells as it does of ones that are missing.</summary>
internal sealed class PutBucketNotificationConfigurationOperation : IServiceOperation
{
    private const string EventBridge = "EventBridgeConfiguration";

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var bucket = request.Bucket();
        var configuration = request.Object("NotificationConfiguration") ?? throw S3Errors.MalformedXml();
        foreach (var (name, value) in configuration)
        {
            if (name != EventBridge && value is not JsonArray { Count: 0 })
            {
                throw new ServiceException("InvalidArgument", "Unable to validate the following destination configurations", 400, JsonObject.Of(("ArgumentName", name)));
            }
        }

        return call.WriteAsync(store => S3BucketStore.SetSendsEvents(store, ObjectStore.Bucket(store, bucket).Id, configuration.Contains(EventBridge)));
    }
}
