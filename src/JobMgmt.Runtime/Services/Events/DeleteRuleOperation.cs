using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Files;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DeleteRule: a missing one is no error; one with targets is refused.</summary>
internal sealed class DeleteRuleOperation(RuleTable rules, FolderRules folders) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        return call.WriteAsync(store =>
        {
            if (EventStore.Targets(store, name).Count > 0)
            {
                throw new ServiceException("ValidationException", "Rule can't be deleted since it has targets.");
            }

            var before = EventStore.FindRule(store, name);
            EventStore.DeleteRule(store, name);
            folders.Save(store, before, null, FolderRules.None);
            rules.Changed(store, name);
        });
    }
}
