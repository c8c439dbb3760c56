using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>DeleteScheduleGroup: with its schedules, at once.</summary>
internal sealed class DeleteScheduleGroupOperation(ClientTokens tokens) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name")!;
        if (name == ScheduleGroup.Default)
        {
            throw SchedulerErrors.Invalid("The default schedule group can't be deleted.");
        }

        return call.WriteAsync(store => tokens.Once(store, "DeleteScheduleGroup", request, () =>
        {
            ScheduleGroupStore.Delete(store, GroupRequest.Find(store, name).Name);
            return JsonObject.Empty;
        }));
    }
}
