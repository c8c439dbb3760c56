using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DescribeApiDestination.</summary>
internal sealed class DescribeApiDestinationOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(database.Read(store => ConnectionRequest.Destination(store, request.Text("Name")!)).Described);
}
