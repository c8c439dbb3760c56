using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>UntagResource, for groups.</summary>
internal sealed class UntagResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var group = GroupRequest.FindByArn(store, request);
            ScheduleGroupStore.Save(store, group with { Tags = request.Texts("TagKeys").Aggregate(group.Tags, (tags, key) => tags.Without(key)) });
        });
}
