using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>RemoveTargets.</summary>
internal sealed class RemoveTargetsOperation(RuleTable rules) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Rule").Required(request, "Ids").Enforce();
        var name = RuleRequest.Name(request, "Rule");
        var ids = request.Texts("Ids");
        return call.WriteAsync(store =>
        {
            RuleRequest.Rule(store, name);
            var failed = ids.Where(id => !EventStore.DeleteTarget(store, name, id)).Select(id => (JsonValue)JsonObject.Of(
                ("TargetId", id), ("ErrorCode", "ResourceNotFoundException"), ("ErrorMessage", $"Rule {name} does not have a target with the Id {id}."))).ToArray();
            rules.Changed(store, name);
            return JsonObject.Of(("FailedEntryCount", failed.Length), ("FailedEntries", new JsonArray((IReadOnlyList<JsonValue>)failed)));
        });
    }
}
