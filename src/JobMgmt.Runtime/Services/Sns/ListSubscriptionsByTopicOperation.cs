using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>ListSubscriptionsByTopic: 100 a page.</summary>
internal sealed class ListSubscriptionsByTopicOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    private const int Page = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var topic = SnsRequest.Required(request, "TopicArn");
        var found = database.Read(store =>
        {
            SnsRequest.Topic(store, topic);
            return TopicStore.Subscriptions(store, topic, request.Text("NextToken"), Page + 1);
        });
        return Task.FromResult(JsonObject.Of(
            ("Subscriptions", new JsonArray(found.Take(Page).Select(one => (JsonValue)JsonObject.Of(
                ("SubscriptionArn", one.Arn), ("Owner", identity.Account), ("Protocol", one.Protocol), ("Endpoint", one.Endpoint), ("TopicArn", one.Topic))))),
            ("NextToken", found.Count > Page ? found[Page - 1].Arn : (JsonValue?)null)));
    }
}
