using JobMgmt.Runtime.Executions.Logging;
using JobMgmt.Runtime.Executions.MapRuns;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// Writes a step down, all of it in the caller's transaction: history, checkpoint, outbox, timers, the end with all that it leads to. What follows from it, calls and
/// timers, starts when that is on disk.
/// </summary>
internal sealed class StepWriter(StatusChangeEvent statusChange, ExecutionLog log, ExpressEnds expressEnds, MapRunTasks mapRuns)
{
    /// <summary>Writes a step.</summary>
    /// <returns>The execution's row as it is then.</returns>
    public ExecutionRecord Write(StoreConnection connection, ExecutionRecord execution, Step step, ExecutionLoop loop)
    {
        Record(connection, execution, step);
        var cancelled = step.Effects.OfType<CancelTask>().Select(effect => effect.TaskId).ToHashSet();
        foreach (var effect in step.Effects)
        {
            Write(connection, execution, effect, cancelled, loop);
        }

        if (step.Outcome is not { } outcome)
        {
            ExecutionStore.SaveCheckpoint(connection, execution.Id, step.Checkpoint.Serialize());
            return execution;
        }

        var ended = Ended(execution, step, outcome);
        if (step.Stopped is { } stopped && !execution.IsExpress)
        {
            RedriveStore.Save(connection, execution.Id, stopped.Serialize());
        }

        End(connection, ended, loop);
        return ended;
    }

    /// <summary>Writes an execution whose first step is its last and had no effects: nothing of a running one needs to be there. An EXPRESS one needs no row at all.</summary>
    public void WriteWhole(StoreConnection connection, ExecutionRecord started, Step step)
    {
        var ended = Ended(started, step, step.Outcome!);
        if (ended.IsExpress)
        {
            Record(connection, ended, step);
            mapRuns.EndChild(connection, ended);
            connection.AfterCommit(() => expressEnds.Tell(ended));
            return;
        }

        Announce(connection, started);
        ended = ExecutionStore.Add(connection, ended);
        Record(connection, ended, step);
        if (step.Stopped is { } stopped)
        {
            RedriveStore.Save(connection, ended.Id, stopped.Serialize());
        }

        mapRuns.EndChild(connection, ended);
        Announce(connection, ended);
    }

    /// <summary>Announces a status: at the start, and at the end (which <see cref="Write(StoreConnection, ExecutionRecord, Step, ExecutionLoop)"/> does itself).</summary>
    public void Announce(StoreConnection connection, ExecutionRecord execution)
    {
        if (!execution.IsExpress)
        {
            statusChange.Put(connection, execution);
        }
    }

    private void Record(StoreConnection connection, ExecutionRecord execution, Step step)
    {
        if (step.Events.Count == 0)
        {
            return;
        }

        log.Write(connection, execution, step.Events);
        if (!execution.IsExpress)
        {
            ExecutionHistoryStore.Append(connection, execution.Id, step.Events[0].Id, [.. step.Events.Select(ExecutionEvents.Describe)]);
        }
    }

    private static ExecutionRecord Ended(ExecutionRecord execution, Step step, ExecutionOutcome outcome)
    {
        var isTimeout = outcome.Status == "TIMED_OUT";
        return execution with
        {
            Status = outcome.Status,
            Stopped = step.Events[^1].Timestamp,
            Output = outcome.Output?.ToString(),
            Error = !isTimeout ? outcome.Error : execution.IsExpress ? "States.Timeout" : null, // DescribeExecution shows none
            Cause = isTimeout ? null : outcome.Cause,
        };
    }

    private void Write(StoreConnection connection, ExecutionRecord execution, Effect effect, HashSet<long> cancelled, ExecutionLoop loop)
    {
        switch (effect)
        {
            case StartTimer timer:
                ExecutionTimerStore.Add(connection, execution.Id, timer.TimerId, timer.Due);
                connection.AfterCommit(() => loop.Timers.Add(execution.Id, timer.TimerId, timer.Due));
                break;
            case CancelTimer timer:
                ExecutionTimerStore.Remove(connection, execution.Id, timer.TimerId);
                break;
            case ScheduleTask task:
                var row = new ExecutionTaskRecord(execution.Id, task.TaskId, "pending", task.Resource, task.Parameters.ToString(), task.StateName, null, MockedCall(connection, execution, task));
                ExecutionTaskStore.Add(connection, row, task.TaskToken, task.Attempt);
                if (IsActivity(row) && row.MockedCall is null)
                {
                    ActivityStore.Enqueue(connection, row.Resource, row.Execution, row.Task);
                }

                if (!cancelled.Contains(task.TaskId))
                {
                    connection.AfterCommit(() => loop.Dispatch(row));
                }

                break;
            case StartMapRun asked:
                mapRuns.Start(connection, execution, asked);
                break;
            case RedriveMapRun asked:
                mapRuns.Redrive(connection, execution, asked);
                break;
            case CancelTask task:
                Abandon(connection, ExecutionTaskStore.Find(connection, execution.Id, task.TaskId), loop);
                break;
            default:
                throw new InvalidOperationException($"The effect {effect.GetType().Name} is not known.");
        }
    }

    /// <summary>Closes a task that is not awaited any more; the execution that it waited for is stopped, as AWS does for <c>.sync</c>.</summary>
    private void Abandon(StoreConnection connection, ExecutionTaskRecord? task, ExecutionLoop loop)
    {
        if (task is null)
        {
            return;
        }

        ExecutionTaskStore.Close(connection, task.Execution, task.Task);
        if (IsActivity(task))
        {
            ActivityStore.Forget(connection, task.Execution, task.Task);
        }

        if (task.IsOpen)
        {
            mapRuns.Abort(connection, task);
        }

        if (task is { IsOpen: true, Child: { } child })
        {
            loop.Abort(connection, child);
        }
    }

    private static long? MockedCall(StoreConnection connection, ExecutionRecord execution, ScheduleTask task) =>
        execution.TestCase is { } testCase ? TestCaseStore.NextCall(connection, testCase, task.StateName) : null;

    private static bool IsActivity(ExecutionTaskRecord task) =>
        TaskResource.TryParse(task.Resource, out var resource) && resource.Kind == TaskResourceKind.Activity;

    private void End(StoreConnection connection, ExecutionRecord ended, ExecutionLoop loop)
    {
        foreach (var task in ExecutionTaskStore.Open(connection, ended.Id))
        {
            Abandon(connection, task, loop);
        }

        if (ended.IsExpress)
        {
            ExecutionStore.Remove(connection, ended.Id);
            if (ended.TestCase is { } testCase)
            {
                TestCaseStore.Release(connection, testCase);
            }

            connection.AfterCommit(() => expressEnds.Tell(ended));
        }
        else
        {
            ExecutionStore.End(connection, ended);
        }

        mapRuns.EndChild(connection, ended);
        foreach (var waiting in ExecutionTaskStore.WaitingFor(connection, ended.Id))
        {
            ChildEnd.Tell(connection, waiting, ended, loop);
        }

        Announce(connection, ended);
        if (StateMachineStore.Find(connection, ended.StateMachineArn) is { IsDeleting: true } && !ExecutionStore.AnyRunning(connection, ended.StateMachineArn))
        {
            StateMachineStore.Remove(connection, ended.StateMachineArn);
            connection.AfterCommit(() => loop.ForgetDeleting(ended.StateMachineArn));
        }
    }
}
