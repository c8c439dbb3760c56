using JobMgmt.Runtime.Executions.MapRuns;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeMapRun: the settings as they are now, and how many children, and items in them, are in each status.</summary>
internal sealed class DescribeMapRunOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.MapRun(request);
        var (run, execution, executions, items) = database.Read(connection =>
        {
            var found = MapRunStore.Find(connection, arn) ?? throw StatesErrors.ResourceNotFound(arn);
            var (children, inThem) = MapRunChildStore.Count(connection, found.Id);
            return (found, ExecutionStore.Find(connection, found.Execution)!, children, inThem);
        });
        return Task.FromResult(JsonObject.Of(
            ("mapRunArn", run.Arn),
            ("executionArn", execution.Arn),
            ("status", run.ShownStatus),
            ("startDate", run.Started.EpochSeconds()),
            ("stopDate", run.Stopped?.EpochSeconds()),
            ("maxConcurrency", run.MaxConcurrency),
            ("toleratedFailurePercentage", MapRunSettings.Number(run.ToleratedPercentage)),
            ("toleratedFailureCount", run.ToleratedCount),
            ("itemCounts", items.Describe(run.ItemsWritten)),
            ("executionCounts", executions.Describe(run.ResultsWritten)),
            ("redriveCount", run.RedriveCount),
            ("redriveDate", run.Redriven?.EpochSeconds())));
    }
}
