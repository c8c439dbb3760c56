using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DescribeConnection: without secrets.</summary>
internal sealed class DescribeConnectionOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(database.Read(store => ConnectionRequest.Connection(store, request.Text("Name")!)).Described);
}
