using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>ListScheduleGroups, by name.</summary>
internal sealed class ListScheduleGroupsOperation(Database database, ScheduleDescription description) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var page = SchedulePage.Read(request);
        var found = database.Read(store => ScheduleGroupStore.List(store, request.Text("NamePrefix"), page.After, page.Count + 1));
        return Task.FromResult(JsonObject.Of(
            ("ScheduleGroups", new JsonArray(found.Take(page.Count).Select(group => (JsonValue)description.Of(group)))), ("NextToken", page.Next(found, group => group.Name))));
    }
}
