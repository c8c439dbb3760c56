using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>CreateStateMachineAlias. The same alias again is no error; another one of its name is (ConflictException).</summary>
internal sealed class CreateStateMachineAliasOperation(TimeProvider time) : IServiceOperation
{
    private const int Most = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (name, description) = (request.Text("name"), request.Text("description"));
        var routing = AliasRouting.Read(request)!;
        var now = time.GetUtcNow();
        return call.WriteAsync(connection =>
        {
            routing.CheckVersions(connection);
            var alias = new AliasRecord(routing.MachineArn, name!, description, routing.Routes, now, now);
            if (AliasStore.Find(connection, routing.MachineArn, name!) is { } there)
            {
                return there.Description == description && there.Routes.SequenceEqual(routing.Routes) ? Answer(there)
                    : throw new ServiceException(
                        "ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
            }

            if (AliasStore.List(connection, routing.MachineArn, null, null, Most).Count == Most)
            {
                throw new ServiceException("ServiceQuotaExceededException", $"A state machine has at most {Most} aliases: '{routing.MachineArn}'");
            }

            AliasStore.Save(connection, alias);
            return Answer(alias);
        });
    }

    private static JsonObject Answer(AliasRecord alias) => JsonObject.Of(("stateMachineAliasArn", alias.Arn), ("creationDate", alias.Created.EpochSeconds()));
}
