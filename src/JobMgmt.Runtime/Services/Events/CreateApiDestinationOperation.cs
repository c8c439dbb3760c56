using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>CreateApiDestination.</summary>
internal sealed class CreateApiDestinationOperation(RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    private const int UsualRate = 300;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name")!;
        ConnectionRequest.CheckEndpoint(request.Text("InvocationEndpoint")!);
        var now = time.GetUtcNow();
        return call.WriteAsync(store =>
        {
            if (ApiDestinationStore.Find(store, name) is not null)
            {
                throw new ServiceException("ResourceAlreadyExistsException", $"An api-destination '{name}' already exists.");
            }

            var definition = ConnectionRequest.Merge(
                JsonObject.Of(("InvocationRateLimitPerSecond", UsualRate)), request, "Description", "ConnectionArn", "InvocationEndpoint", "HttpMethod", "InvocationRateLimitPerSecond");
            UpdateApiDestinationOperation.CheckConnection(store, definition);
            var destination = new ApiDestination(name, identity.Arn("events", $"api-destination/{name}/{Guid.NewGuid()}"), definition, now, now);
            ApiDestinationStore.Save(store, destination);
            return destination.Answer;
        });
    }
}
