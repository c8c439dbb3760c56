using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Effects;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>
/// Map Runs as executions' steps have to do with them, in the step's own transaction. A Map Run is a task of its execution, awaited as others are, but nothing is called
/// for it: it runs once that is on disk.
/// </summary>
internal sealed class MapRunTasks(MapRunSignals signals, TimeProvider time)
{
    /// <summary>An execution asks for a Map Run.</summary>
    public void Start(StoreConnection connection, ExecutionRecord execution, StartMapRun asked)
    {
        var plan = asked.Plan;
        Await(connection, execution, asked.TaskId, plan.MapRunArn, plan.StateName);
        var run = MapRunStore.Add(
            connection,
            new MapRunRecord(
                0, plan.MapRunArn, execution.Id, asked.TaskId, MapRunPhase.Reading, "RUNNING", time.GetUtcNow(), null, null, null, plan.MaxConcurrency,
                plan.Tolerance.Count, plan.Tolerance.Percentage, plan.ExecutionType == "EXPRESS"),
            plan.ToJson().ToString());
        connection.AfterCommit(() => signals.Wake(run.Id));
    }

    /// <summary>A redriven execution asks for its Map Run to go on.</summary>
    public void Redrive(StoreConnection connection, ExecutionRecord execution, RedriveMapRun asked)
    {
        var run = MapRunStore.Find(connection, asked.MapRunArn) ?? throw new InvalidOperationException($"There is no Map Run '{asked.MapRunArn}'.");
        Await(connection, execution, asked.TaskId, run.Arn, run.Label);
        MapRunStore.Redrive(connection, run.Id, asked.TaskId, time.GetUtcNow());
        connection.AfterCommit(() => signals.Wake(run.Id));
    }

    /// <summary>A task is not awaited any more: if it is a Map Run, that stops.</summary>
    public void Abort(StoreConnection connection, ExecutionTaskRecord task)
    {
        if (MapRunStore.FindByTask(connection, task.Execution, task.Task) is { } run && MapRunStore.Abort(connection, run.Id, time.GetUtcNow()))
        {
            connection.AfterCommit(() => signals.Wake(run.Id));
        }
    }

    /// <summary>An execution has ended: if it is a Map Run's child, that takes note of it.</summary>
    public void EndChild(StoreConnection connection, ExecutionRecord ended)
    {
        if (ended.MapRun is { } run)
        {
            MapRunChildStore.End(connection, ended);
            connection.AfterCommit(() => signals.Wake(run));
        }
    }

    private static void Await(StoreConnection connection, ExecutionRecord execution, long task, string arn, string name) =>
        ExecutionTaskStore.Add(connection, new ExecutionTaskRecord(execution.Id, task, "sent", arn, null, name, null, null), null, 0);
}
