using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>What requests about groups and their tags have in common.</summary>
internal static class GroupRequest
{
    public static ScheduleGroup Find(StoreConnection store, string name) => ScheduleGroupStore.Find(store, name) ?? throw SchedulerErrors.NoGroup(name);

    /// <summary>The group that an ARN names.</summary>
    public static ScheduleGroup FindByArn(StoreConnection store, JsonObject request) => Find(store, request.Text("ResourceArn")!.Split('/')[^1]);

    /// <summary>Tags with those of a request added.</summary>
    public static JsonObject Tags(JsonObject request, JsonObject tags) =>
        request.Objects("Tags").Aggregate(tags, (all, tag) => all.With(tag.Text("Key")!, tag.Text("Value")!));
}
