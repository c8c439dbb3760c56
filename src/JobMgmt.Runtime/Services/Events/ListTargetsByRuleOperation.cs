using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>ListTargetsByRule. A rule has five at most: one page.</summary>
internal sealed class ListTargetsByRuleOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Rule");
        return Task.FromResult(database.Read(store =>
        {
            RuleRequest.Rule(store, name);
            return JsonObject.Of(("Targets", new JsonArray(EventStore.Targets(store, name).Select(target => (JsonValue)target.Definition))));
        }));
    }
}
