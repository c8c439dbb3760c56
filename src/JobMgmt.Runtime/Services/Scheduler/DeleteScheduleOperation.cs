using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>DeleteSchedule: what its target is still owed goes with it.</summary>
internal sealed class DeleteScheduleOperation(ClientTokens tokens) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => tokens.Once(store, "DeleteSchedule", request, () =>
        {
            ScheduleStore.Delete(store, ScheduleRequest.Find(store, request).Id);
            return JsonObject.Empty;
        }));
}
