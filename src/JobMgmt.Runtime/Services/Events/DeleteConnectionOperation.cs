using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DeleteConnection: gone at once here; API destinations that used it reach nobody any more.</summary>
internal sealed class DeleteConnectionOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
    {
        var connection = ConnectionRequest.Connection(store, request.Text("Name")!);
        ApiDestinationStore.DeleteConnection(store, connection.Name);
        return connection.Answer("DELETING");
    });
}
