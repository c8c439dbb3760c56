using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>UpdateApiDestination: what is left out stays.</summary>
internal sealed class UpdateApiDestinationOperation(TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        if (request.Text("InvocationEndpoint") is { } endpoint)
        {
            ConnectionRequest.CheckEndpoint(endpoint);
        }

        return call.WriteAsync(store =>
        {
            var there = ConnectionRequest.Destination(store, request.Text("Name")!);
            var definition = ConnectionRequest.Merge(
                there.Definition, request, "Description", "ConnectionArn", "InvocationEndpoint", "HttpMethod", "InvocationRateLimitPerSecond");
            CheckConnection(store, definition);
            var destination = there with { Definition = definition, Modified = time.GetUtcNow() };
            ApiDestinationStore.Save(store, destination);
            return destination.Answer;
        });
    }

    /// <summary>Refuses a connection that is not there.</summary>
    internal static void CheckConnection(StoreConnection store, JsonObject definition)
    {
        var arn = definition.Text("ConnectionArn")!;
        if (ApiDestinationStore.FindConnectionByArn(store, arn) is null)
        {
            throw new ServiceException("ResourceNotFoundException", $"Connection '{arn}' does not exist.");
        }
    }
}
