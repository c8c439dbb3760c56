using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>StartSyncExecution of an EXPRESS state machine: answered when it has ended. A client that goes away leaves it running.</summary>
internal sealed class StartSyncExecutionOperation(ExecutionStarter starter, ExpressEnds ends, IHostApplicationLifetime lifetime, Database database) : IServiceOperation
{
    private const long BilledStep = 100; // milliseconds
    private const long BilledMemory = 64; // MB, the least that AWS bills

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var start = StartRequest.Read(request);
        var isBare = IncludedData.IsMetadataOnly(request);
        var target = starter.Target(start.Reference);
        if (!target.Machine.IsExpress)
        {
            throw StatesErrors.StateMachineTypeNotSupported();
        }

        var arn = starter.ExecutionArn(target, start.Name);
        var ended = ends.WaitForAsync(arn);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, call.IsEffect ? CancellationToken.None : lifetime.ApplicationStopping);
        try
        {
            // the answer is not the start's: this call, where it is an effect, is answered by its end
            await starter.StartAsync(target, arn, start, new CallContext(database, call.RequestId, null, call.Aborted));
            return Answer(await ended.WaitAsync(giveUp.Token), !isBare);
        }
        catch (OperationCanceledException) when (!call.Aborted.IsCancellationRequested)
        {
            throw new ServiceException("ServiceUnavailable", "The runtime stops. The execution goes on when it is started again.", 503);
        }
        finally
        {
            ends.Forget(arn);
        }
    }

    private static JsonObject Answer(ExecutionRecord execution, bool hasData)
    {
        var details = JsonObject.Of(("included", hasData));
        var stopped = execution.Stopped!.Value;
        var billed = ((long)(stopped - execution.Started).TotalMilliseconds + BilledStep - 1) / BilledStep * BilledStep;
        return JsonObject.Of(
            ("executionArn", execution.Arn),
            ("stateMachineArn", execution.StateMachineArn),
            ("name", execution.Name),
            ("startDate", execution.Started.EpochSeconds()),
            ("stopDate", stopped.EpochSeconds()),
            ("status", execution.Status == "ABORTED" ? "FAILED" : execution.Status),
            ("error", hasData ? execution.Error : null),
            ("cause", hasData ? execution.Cause : null),
            ("input", hasData ? execution.Input : null),
            ("inputDetails", details),
            ("output", hasData ? execution.Output : null),
            ("outputDetails", execution.Output is null ? null : details),
            ("traceHeader", execution.TraceHeader),
            ("billingDetails", JsonObject.Of(("billedMemoryUsedInMB", BilledMemory), ("billedDurationInMilliseconds", Math.Max(billed, BilledStep)))));
    }
}
