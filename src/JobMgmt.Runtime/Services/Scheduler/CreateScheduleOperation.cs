using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>CreateSchedule.</summary>
internal sealed class CreateScheduleOperation(ScheduleTargets targets, ScheduleLoop loop, ClientTokens tokens, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var now = time.GetUtcNow();
        var (group, name) = (ScheduleRequest.Group(request), request.Text("Name")!);
        return call.WriteAsync(store => tokens.Once(store, "CreateSchedule", request, () =>
        {
            var definition = ScheduleRequest.Definition(request, targets, now, JsonObject.Empty);
            ScheduleRequest.CheckGroup(store, group);
            if (ScheduleStore.Find(store, group, name) is not null)
            {
                throw SchedulerErrors.ScheduleExists(name);
            }

            var schedule = new Schedule(0, group, name, definition, now, now, now, null).Begun(now);
            ScheduleStore.Add(store, schedule);
            store.AfterCommit(loop.Wake);
            return JsonObject.Of(("ScheduleArn", schedule.Arn(identity)));
        }));
    }
}
