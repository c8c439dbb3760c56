using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>GetTopicAttributes.</summary>
internal sealed class GetTopicAttributesOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = SnsRequest.Required(request, "TopicArn");
        var (topic, subscribers) = database.Read(store => (SnsRequest.Topic(store, arn), TopicStore.Subscriptions(store, arn, null, int.MaxValue).Count));
        var attributes = JsonObject.Of(
            ("TopicArn", arn),
            ("Owner", identity.Account),
            ("DisplayName", topic.Attributes.Text("DisplayName") ?? ""),
            ("SubscriptionsConfirmed", subscribers.ToString(CultureInfo.InvariantCulture)),
            ("SubscriptionsPending", "0"),
            ("SubscriptionsDeleted", "0"));
        return Task.FromResult(JsonObject.Of(("Attributes", topic.Attributes.Aggregate(attributes, (all, one) => all.With(one.Key, one.Value)))));
    }
}
