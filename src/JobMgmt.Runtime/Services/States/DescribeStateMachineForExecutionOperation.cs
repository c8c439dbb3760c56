using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeStateMachineForExecution: the machine as it was when the execution started.</summary>
internal sealed class DescribeStateMachineForExecutionOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var isBare = IncludedData.IsMetadataOnly(request);
        var (execution, revision, mapRun) = database.Read(connection =>
        {
            var found = ExecutionStore.Find(connection, arn) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
            var run = found.MapRun is { } key ? MapRunStore.Find(connection, key) : null;
            return (found, StateMachineStore.FindRevision(connection, found.Revision)!, run);
        });
        return Task.FromResult(JsonObject.Of(
            ("stateMachineArn", execution.StateMachineArn),
            ("name", execution.StateMachineName),
            ("definition", isBare ? "{}" : revision.Definition),
            ("roleArn", revision.RoleArn),
            ("updateDate", revision.Updated.EpochSeconds()),
            ("loggingConfiguration", revision.Logging),
            ("tracingConfiguration", revision.Tracing),
            ("mapRunArn", mapRun?.Arn),
            ("label", mapRun?.Label),
            ("revisionId", revision.RevisionId),
            ("encryptionConfiguration", JsonObject.Of(("type", "AWS_OWNED_KEY"))),
            ("variableReferences", isBare ? null : VariableReferences.Of((JsonObject)JsonValue.Parse(revision.Definition)))));
    }
}
