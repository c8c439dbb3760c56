using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>ListConnections: by name, 100 a page at most.</summary>
internal sealed class ListConnectionsOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = (int)(request.Number("Limit") ?? 100);
        var wanted = request.Text("ConnectionState") is null or "AUTHORIZED" ? limit + 1 : 0; // there is no other state here
        var found = database.Read(store => ApiDestinationStore.Connections(store, request.Text("NamePrefix"), request.Text("NextToken"), wanted));
        return Task.FromResult(JsonObject.Of(
            ("Connections", new JsonArray(found.Take(limit).Select(one => (JsonValue)one.Listed))),
            ("NextToken", found.Count > limit ? found[limit - 1].Name : (JsonValue?)null)));
    }
}
