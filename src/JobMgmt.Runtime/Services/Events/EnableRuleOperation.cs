using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>EnableRule.</summary>
internal sealed class EnableRuleOperation(RuleTable rules, ScheduledRules schedules) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        return call.WriteAsync(store =>
        {
            schedules.Save(store, RuleRequest.Rule(store, name) with { State = "ENABLED" });
            rules.Changed(store, name);
        });
    }
}
