using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>ListSchedules: of all groups or one, by group and name.</summary>
internal sealed class ListSchedulesOperation(Database database, ScheduleDescription description) : IServiceOperation
{
    private const char Separator = '/'; // in no name

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var page = SchedulePage.Read(request);
        var after = page.After?.Split(Separator);
        var found = database.Read(store =>
        {
            if (request.Text("GroupName") is { } group)
            {
                ScheduleRequest.CheckGroup(store, group);
            }

            return ScheduleStore.List(
                store, request.Text("GroupName"), request.Text("NamePrefix"), request.Text("State"), after?[0], after?[^1], page.Count + 1);
        });
        return Task.FromResult(JsonObject.Of(
            ("Schedules", new JsonArray(found.Take(page.Count).Select(schedule => (JsonValue)description.Summary(schedule)))),
            ("NextToken", page.Next(found, schedule => $"{schedule.Group}{Separator}{schedule.Name}"))));
    }
}
