using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>ListTopics: 100 a page.</summary>
internal sealed class ListTopicsOperation(Database database) : IServiceOperation
{
    private const int Page = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var found = database.Read(store => TopicStore.List(store, request.Text("NextToken"), Page + 1));
        return Task.FromResult(JsonObject.Of(
            ("Topics", new JsonArray(found.Take(Page).Select(arn => (JsonValue)JsonObject.Of(("TopicArn", arn))))),
            ("NextToken", found.Count > Page ? found[Page - 1] : (JsonValue?)null)));
    }
}
