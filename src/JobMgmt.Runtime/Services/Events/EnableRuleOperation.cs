using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Files;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>EnableRule.</summary>
internal sealed class EnableRuleOperation(Database database, RuleTable rules, ScheduledRules schedules, FolderRules folders) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        var listings = folders.Prepare(database.Read(store => RuleRequest.Rule(store, name)) with { State = "ENABLED" });
        return call.WriteAsync(store =>
        {
            var before = RuleRequest.Rule(store, name);
            var after = before with { State = "ENABLED" };
            schedules.Save(store, after);
            folders.Save(store, before, after, listings);
            rules.Changed(store, name);
        });
    }
}
