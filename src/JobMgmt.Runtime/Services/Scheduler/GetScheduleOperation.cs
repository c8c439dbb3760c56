using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>GetSchedule.</summary>
internal sealed class GetScheduleOperation(Database database, ScheduleDescription description) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => Task.FromResult(description.Of(database.Read(store => ScheduleRequest.Find(store, request))));
}
