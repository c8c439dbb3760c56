using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeStateMachineAlias.</summary>
internal sealed class DescribeStateMachineAliasOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.Alias(request);
        var alias = database.Read(connection => AliasStore.Find(connection, reference.MachineArn, reference.Alias!)) ?? throw StatesErrors.ResourceNotFound(reference.Arn);
        return Task.FromResult(JsonObject.Of(
            ("stateMachineAliasArn", alias.Arn),
            ("name", alias.Name),
            ("description", alias.Description),
            ("routingConfiguration", AliasRouting.Describe(alias)),
            ("creationDate", alias.Created.EpochSeconds()),
            ("updateDate", alias.Updated.EpochSeconds())));
    }
}
