using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Files;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DisableRule.</summary>
internal sealed class DisableRuleOperation(RuleTable rules, ScheduledRules schedules, FolderRules folders) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        return call.WriteAsync(store =>
        {
            var before = RuleRequest.Rule(store, name);
            var after = before with { State = "DISABLED" };
            schedules.Save(store, after);
            folders.Save(store, before, after, FolderRules.None);
            rules.Changed(store, name);
        });
    }
}
