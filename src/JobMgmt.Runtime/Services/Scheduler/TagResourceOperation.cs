using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>TagResource, for groups.</summary>
internal sealed class TagResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var group = GroupRequest.FindByArn(store, request);
            ScheduleGroupStore.Save(store, group with { Tags = GroupRequest.Tags(request, group.Tags) });
        });
}
