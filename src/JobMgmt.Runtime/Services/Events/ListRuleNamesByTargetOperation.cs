using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>ListRuleNamesByTarget.</summary>
internal sealed class ListRuleNamesByTargetOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        RuleRequest.CheckBus(request);
        new Constraints().Required(request, "TargetArn").Enforce();
        var names = database.Read(store => EventStore.RulesWithTarget(store, request.Text("TargetArn")!));
        return Task.FromResult(JsonObject.Of(("RuleNames", new JsonArray(names.Select(name => (JsonValue)name)))));
    }
}
