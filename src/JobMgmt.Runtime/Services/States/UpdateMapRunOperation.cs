using JobMgmt.Runtime.Executions.MapRuns;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>UpdateMapRun: other bounds for a Map Run, which hold from now on. One that is over is refused.</summary>
internal sealed class UpdateMapRunOperation(MapRunSignals signals) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.MapRun(request);
        var (concurrency, count) = (request.Number("maxConcurrency"), request.Number("toleratedFailureCount"));
        var percentage = MapRunSettings.Percentage(request);
        if (concurrency is null && count is null && percentage is null)
        {
            throw new ServiceException("ValidationException", "Must provide at least one of maxConcurrency, toleratedFailureCount, toleratedFailurePercentage.");
        }

        return call.WriteAsync(connection =>
        {
            var run = MapRunStore.Find(connection, arn) ?? throw StatesErrors.ResourceNotFound(arn);
            if (run.ShownStatus != "RUNNING")
            {
                throw new ServiceException("ValidationException", $"Map Run is {run.ShownStatus} and cannot be updated: '{arn}'");
            }

            MapRunStore.Update(connection, run.Id, concurrency, count, percentage);
            connection.AfterCommit(() => signals.Wake(run.Id));
        });
    }
}
