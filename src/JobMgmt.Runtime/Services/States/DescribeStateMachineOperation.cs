using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeStateMachine.</summary>
internal sealed class DescribeStateMachineOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        var machine = database.Read(connection => StateMachineStore.Find(connection, arn)) ?? throw StatesErrors.StateMachineDoesNotExist(arn);
        var revision = machine.Revision;
        return Task.FromResult(JsonObject.Of(
            ("stateMachineArn", machine.Arn),
            ("name", machine.Name),
            ("status", machine.Status),
            ("definition", IncludedData.IsMetadataOnly(request) ? "{}" : revision.Definition),
            ("roleArn", revision.RoleArn),
            ("type", machine.Type),
            ("creationDate", machine.Created.EpochSeconds()),
            ("loggingConfiguration", revision.Logging),
            ("tracingConfiguration", revision.Tracing),
            ("revisionId", revision.RevisionId),
            ("encryptionConfiguration", JsonObject.Of(("type", "AWS_OWNED_KEY")))));
    }
}
