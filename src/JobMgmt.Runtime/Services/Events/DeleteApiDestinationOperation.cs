using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DeleteApiDestination: what was still to be sent there is dropped.</summary>
internal sealed class DeleteApiDestinationOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
        ApiDestinationStore.Delete(store, ConnectionRequest.Destination(store, request.Text("Name")!).Name));
}
