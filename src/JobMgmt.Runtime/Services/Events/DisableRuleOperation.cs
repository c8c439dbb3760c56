using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DisableRule.</summary>
internal sealed class DisableRuleOperation(RuleTable rules, ScheduledRules schedules) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        return call.WriteAsync(store =>
        {
            schedules.Save(store, RuleRequest.Rule(store, name) with { State = "DISABLED" });
            rules.Changed(store, name);
        });
    }
}
