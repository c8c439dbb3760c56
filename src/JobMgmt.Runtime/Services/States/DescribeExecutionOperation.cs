using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeExecution.</summary>
internal sealed class DescribeExecutionOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var hasData = !IncludedData.IsMetadataOnly(request);
        var (execution, mapRun) = database.Read(connection =>
        {
            var found = ExecutionStore.Find(connection, arn) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
            return (found, found.MapRun is { } run ? MapRunStore.Find(connection, run) : null);
        });
        var now = time.GetUtcNow();
        var details = JsonObject.Of(("included", hasData));
        return Task.FromResult(JsonObject.Of(
            ("executionArn", execution.Arn),
            ("stateMachineArn", execution.StateMachineArn),
            ("name", execution.Name),
            ("status", execution.Status),
            ("startDate", execution.Started.EpochSeconds()),
            ("stopDate", execution.Stopped?.EpochSeconds()),
            ("input", hasData ? Text(execution.Input) : null),
            ("inputDetails", details),
            ("output", hasData ? Text(execution.Output) : null),
            ("outputDetails", execution.Output is null ? null : details),
            ("traceHeader", Text(execution.TraceHeader)),
            ("mapRunArn", Text(mapRun?.Arn)),
            ("error", hasData ? Text(execution.Error) : null),
            ("cause", hasData ? Text(execution.Cause) : null),
            ("stateMachineVersionArn", Text(execution.VersionArn)),
            ("stateMachineAliasArn", Text(execution.AliasArn)),
            ("redriveCount", execution.RedriveCount),
            ("redriveDate", execution.Redriven?.EpochSeconds()),
            ("redriveStatus", Redrive.Status(execution, now)),
            ("redriveStatusReason", Text(Redrive.Reason(execution, now)))));
    }

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
