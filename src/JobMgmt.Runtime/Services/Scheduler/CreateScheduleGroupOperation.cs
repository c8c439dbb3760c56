using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>CreateScheduleGroup.</summary>
internal sealed class CreateScheduleGroupOperation(ClientTokens tokens, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (name, now) = (request.Text("Name")!, time.GetUtcNow());
        var group = new ScheduleGroup(name, now, now, GroupRequest.Tags(request, JsonObject.Empty));
        return call.WriteAsync(store => tokens.Once(store, "CreateScheduleGroup", request, () =>
        {
            if (ScheduleGroupStore.Find(store, name) is not null)
            {
                throw SchedulerErrors.GroupExists(name);
            }

            ScheduleGroupStore.Save(store, group);
            return JsonObject.Of(("ScheduleGroupArn", group.Arn(identity)));
        }));
    }
}
