using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Executions.Activities;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// GetActivityTask: a long poll of up to 60 seconds. The task is the worker's, and its execution told so (ActivityStarted), in one transaction; an answer without a
/// token says that no task came.
/// </summary>
internal sealed class GetActivityTaskOperation(Database database, ActivityQueue queue, ExecutionLoop loop, IHostApplicationLifetime lifetime, TimeProvider time) : IServiceOperation
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (arn, worker) = (StatesArn.Activity(request), request.Text("workerName"));
        _ = database.Read(connection => ActivityStore.Find(connection, arn)) ?? throw StatesErrors.ActivityDoesNotExist(arn);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, call.IsEffect ? CancellationToken.None : lifetime.ApplicationStopping);
        using var timer = time.CreateTimer(_ => giveUp.Cancel(), null, _longest, Timeout.InfiniteTimeSpan);
        while (true)
        {
            var next = queue.NextAsync(arn);
            if (database.Read(connection => ActivityStore.AnyWaiting(connection, arn))
                && await call.TryWriteAsync(connection => Take(connection, arn, worker)) is { } taken)
            {
                return taken;
            }

            await next.WaitAsync(giveUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (giveUp.IsCancellationRequested)
            {
                call.Aborted.ThrowIfCancellationRequested();
                return JsonObject.Empty;
            }
        }
    }

    private JsonObject? Take(StoreConnection connection, string arn, string? worker)
    {
        if (ActivityStore.Dequeue(connection, arn) is not { } task)
        {
            return null;
        }

        var token = ExecutionTaskStore.Token(connection, task.Execution, task.Task)!;
        ExecutionTaskStore.MarkSent(connection, task.Execution, task.Task, null);
        loop.Tell(connection, new ExecutionInputRecord(0, task.Execution, ExecutionInputKind.ActivityStarted, task.Task, worker, null, null));
        return JsonObject.Of(("taskToken", token), ("input", task.Parameters));
    }
}
