using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>UpdateConnection: what is left out stays, secrets too.</summary>
internal sealed class UpdateConnectionOperation(ConnectionSecrets secrets, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
    {
        var there = ConnectionRequest.Connection(store, request.Text("Name")!);
        var definition = ConnectionRequest.Merge(there.Definition, request, "Description", "AuthorizationType");
        var parameters = Merge(secrets.Decrypt(there), request.Object("AuthParameters") ?? JsonObject.Empty);
        ConnectionRequest.CheckParameters(definition.Text("AuthorizationType")!, parameters);
        var connection = there with
        {
            Definition = definition.With("AuthParameters", ConnectionSecrets.Shown(parameters)), Secrets = secrets.Encrypt(there.Arn, parameters), Modified = time.GetUtcNow(),
        };
        ApiDestinationStore.Save(store, connection);
        return connection.Answer("AUTHORIZED");
    });

    // A user's name may be changed without the password; lists of parameters are replaced whole.
    private static JsonObject Merge(JsonObject there, JsonObject given) => given.Aggregate(there, (all, member) => all.With(
        member.Key,
        member.Value is JsonObject parts && all.Object(member.Key) is { } old ? parts.Aggregate(old, (merged, part) => merged.With(part.Key, part.Value)) : member.Value));
}
