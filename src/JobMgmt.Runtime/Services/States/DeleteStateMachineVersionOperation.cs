using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DeleteStateMachineVersion: refused while an alias refers to it; executions that it started run on. One that is not there is no error.</summary>
internal sealed class DeleteStateMachineVersionOperation : IServiceOperation
{
    private const int MostAliases = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.QualifiedStateMachine(request, "stateMachineVersionArn");
        if (reference.Version is not { } version)
        {
            throw new ServiceException("ValidationException", $"'{reference.Arn}' is not the ARN of a state machine version.");
        }

        return call.WriteAsync(connection =>
        {
            var aliases = AliasStore.List(connection, reference.MachineArn, null, version, MostAliases);
            if (aliases.Count > 0)
            {
                throw new ServiceException(
                    "ConflictException",
                    "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: "
                        + $"[{string.Join(", ", aliases.Select(alias => alias.Name))}]");
            }

            VersionStore.Remove(connection, reference.MachineArn, version);
        });
    }
}
