using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>UpdateSchedule: replaces all members; what is left out has its default again.</summary>
internal sealed class UpdateScheduleOperation(
    ScheduleTargets targets, ScheduleTicker ticker, ScheduleLoop loop, ClientTokens tokens, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => tokens.Once(store, "UpdateSchedule", request, () =>
        {
            var now = time.GetUtcNow();
            var found = ScheduleRequest.Find(store, request);
            var definition = ScheduleRequest.Definition(request, targets, now, found.Definition);
            if (ticker.Tick(store, found, now) is not { } schedule) // what has come already belongs to the schedule as it was
            {
                throw SchedulerErrors.NoSchedule(found.Name);
            }

            var updated = schedule.Updated(definition, now);
            ScheduleStore.Update(store, updated);
            if (!updated.IsEnabled)
            {
                InvocationStore.RemoveUntried(store, updated.Id);
            }

            store.AfterCommit(loop.Wake);
            return JsonObject.Of(("ScheduleArn", updated.Arn(identity)));
        }));
}
