using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>CreateConnection, by BASIC or API_KEY.</summary>
internal sealed class CreateConnectionOperation(ConnectionSecrets secrets, RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name")!;
        var parameters = request.Object("AuthParameters")!;
        ConnectionRequest.CheckParameters(request.Text("AuthorizationType")!, parameters);
        var now = time.GetUtcNow();
        return call.WriteAsync(store =>
        {
            if (ApiDestinationStore.FindConnection(store, name) is not null)
            {
                throw new ServiceException("ResourceAlreadyExistsException", $"Connection {name} already exists.");
            }

            var arn = identity.Arn("events", $"connection/{name}/{Guid.NewGuid()}");
            var definition = ConnectionRequest.Merge(JsonObject.Empty, request, "Description", "AuthorizationType").With("AuthParameters", ConnectionSecrets.Shown(parameters));
            var connection = new EventConnection(name, arn, definition, secrets.Encrypt(arn, parameters), now, now);
            ApiDestinationStore.Save(store, connection);
            return connection.Answer("AUTHORIZED");
        });
    }
}
