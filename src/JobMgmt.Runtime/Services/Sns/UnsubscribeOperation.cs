using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Unsubscribe; a missing subscription is no error.</summary>
internal sealed class UnsubscribeOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = SnsRequest.Required(request, "SubscriptionArn");
        return call.WriteAsync(store => TopicStore.DeleteSubscription(store, arn));
    }
}
