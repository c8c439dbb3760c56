using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>ListApiDestinations: by name, 100 a page at most.</summary>
internal sealed class ListApiDestinationsOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = (int)(request.Number("Limit") ?? 100);
        var found = database.Read(store =>
            ApiDestinationStore.List(store, request.Text("NamePrefix"), request.Text("ConnectionArn"), request.Text("NextToken"), limit + 1));
        return Task.FromResult(JsonObject.Of(
            ("ApiDestinations", new JsonArray(found.Take(limit).Select(one => (JsonValue)one.Listed))),
            ("NextToken", found.Count > limit ? found[limit - 1].Name : (JsonValue?)null)));
    }
}
