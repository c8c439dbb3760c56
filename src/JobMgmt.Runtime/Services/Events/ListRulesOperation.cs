using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>ListRules: by name, 100 a page at most.</summary>
internal sealed class ListRulesOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        RuleRequest.CheckBus(request);
        var limit = (int)(request.Number("Limit") ?? 100);
        new Constraints().Range(limit, "limit", 1, 100).Enforce();
        var rules = database.Read(store => EventStore.Rules(store, request.Text("NamePrefix"), request.Text("NextToken"), limit + 1));
        return Task.FromResult(JsonObject.Of(
            ("Rules", new JsonArray(rules.Take(limit).Select(rule => (JsonValue)rule.Describe(identity)))),
            ("NextToken", rules.Count > limit ? rules[limit - 1].Name : (JsonValue?)null)));
    }
}
