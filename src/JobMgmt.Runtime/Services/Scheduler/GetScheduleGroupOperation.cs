using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>GetScheduleGroup.</summary>
internal sealed class GetScheduleGroupOperation(Database database, ScheduleDescription description) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(description.Of(database.Read(store => GroupRequest.Find(store, request.Text("Name")!))));
}
