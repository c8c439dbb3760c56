using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>
/// The interpreter of the Amazon States Language: a function from where an execution stands and what it is told to where it stands then.
/// It has no clock, no randomness of its own, and throws for no failure of a job. It only dispatches; the states are in <c>States/</c>.
/// </summary>
public static class Interpreter
{
    /// <summary>
    /// Takes one input and runs on through every state that needs no effect, until all branches wait or the execution has ended.
    /// An input that comes late, twice, or for something unknown changes nothing: the step has no events and the same checkpoint.
    /// </summary>
    /// <param name="definition">The definition that the execution was started with.</param>
    /// <param name="checkpoint">Where it stands; <see cref="Checkpoint.Initial"/> before its start.</param>
    /// <param name="input">What it is told; <see cref="ExecutionStart"/> first.</param>
    public static Step Advance(StateMachineDefinition definition, Checkpoint checkpoint, Input input)
    {
        var run = checkpoint.Position is null ? Begin(definition, input) : checkpoint.IsEnded ? null : Resume(definition, checkpoint.Position, input);
        return run is null || (run.Events.Count == 0 && run.Effects.Count == 0)
            ? new Step(checkpoint, [], [], null)
            : new Step(new Checkpoint(run.Position), run.Events, run.Effects, run.Outcome)
            {
                Stopped = run.Stopped is null ? null : new Checkpoint(run.Stopped),
            };
    }

    private static Run? Begin(StateMachineDefinition definition, Input input)
    {
        if (input is not ExecutionStart start)
        {
            return null;
        }

        var root = new BranchPosition
        {
            Graph = definition.Root,
            StateName = definition.Root.StartAt,
            Input = start.Data,
            Variables = VariableScope.Empty,
        };
        var run = new Run(
            new ExecutionPosition
            {
                Facts = start.Facts,
                StartedAt = start.At,
                Input = start.Data,
                Random = new SeededRandom(start.Seed, start.SeedHigh, 0),
                Root = root,
            },
            start);
        run.Emit("ExecutionStarted", EventDetails.Started(run.Text, start.Data, start.Facts.RoleArn), 0);
        if (Least(definition.TimeoutSeconds, start.MostSeconds) is { } seconds)
        {
            run.Position.TimeoutTimerId = run.StartTimer(TimeSpan.FromSeconds(seconds));
        }

        run.MakeReady(root);
        return Finish(run, run.Drain);
    }

    private static long? Least(long? one, long? other) => one is null || other < one ? other ?? one : one;

    private static Run? Resume(StateMachineDefinition definition, ExecutionPosition position, Input input)
    {
        var run = new Run(position.Clone(definition), input);
        return Dispatch(run, definition, input) is { } work
            ? Finish(run, () =>
            {
                work();
                run.Drain();
            })
            : null;
    }

    private static Run Finish(Run run, Action work)
    {
        try
        {
            work();
        }
        catch (ExecutionFault fault)
        {
            run.FailExecution(fault.Error, fault.Message, fault.PreviousEventId);
        }

        return run;
    }

    /// <summary>What the input sets going; null where nothing waits for it.</summary>
    private static Action? Dispatch(Run run, StateMachineDefinition definition, Input input)
    {
        if (run.Position.IsStopped != input is ExecutionRedrive)
        {
            return null;
        }

        switch (input)
        {
            case ExecutionRedrive redrive:
                return () => Redriving.Begin(run, redrive, definition.TimeoutSeconds);
            case ExecutionAbort abort:
                return () => run.End(
                    new ExecutionOutcome("ABORTED", null, abort.Error, abort.Cause), "ExecutionAborted", EventDetails.Failure(abort.Error, abort.Cause), 0);
            case TimerFired timer:
                return Timer(run, timer.TimerId);
            case TaskSubmitted submitted when ByTask(run, submitted.TaskId) is { } branch:
                return () => StateBehaviors.Task.Submitted(run, branch, submitted.Output);
            case ActivityTaskStarted started when ByTask(run, started.TaskId) is { } branch:
                return () => StateBehaviors.Task.ActivityStarted(run, branch, started.WorkerName);
            case TaskHeartbeat heartbeat when ByTask(run, heartbeat.TaskId) is { } branch:
                return () => StateBehaviors.Task.Heartbeat(run, branch);
            case TaskSucceeded succeeded when ByTask(run, succeeded.TaskId) is { } branch:
                return () => StateBehaviors.Task.Succeeded(run, branch, succeeded.Output);
            case TaskFailed failed when ByTask(run, failed.TaskId) is { } branch:
                return () => StateBehaviors.Task.Failed(run, branch, new StateError(failed.Error, failed.Cause), failed.WasSubmitted);
            case MapRunSucceeded succeeded when ByMapRun(run, succeeded.TaskId) is { } branch:
                return () => StateBehaviors.DistributedMap.Succeeded(run, branch, succeeded.Result);
            case MapRunFailed failed when ByMapRun(run, failed.TaskId) is { } branch:
                return () => StateBehaviors.DistributedMap.Failed(run, branch, failed.Error, failed.Cause);
            case TaskTimedOut late when ByTask(run, late.TaskId) is { } branch:
                return () => StateBehaviors.Task.TimedOut(run, branch, late.IsHeartbeat, late.Cause);
            default:
                return null;
        }
    }

    private static Action? Timer(Run run, long timerId)
    {
        if (timerId <= 0)
        {
            return null;
        }

        if (timerId == run.Position.TimeoutTimerId)
        {
            run.Position.TimeoutTimerId = 0;
            return () => run.End(
                new ExecutionOutcome("TIMED_OUT", null, null, null), "ExecutionTimedOut", EventDetails.Failure(ErrorNames.Timeout, null), 0);
        }

        foreach (var branch in run.Position.Root!.All())
        {
            if (branch.TimerId == timerId)
            {
                branch.TimerId = 0;
                return () => run.Guard(branch, () => StateBehaviors.Of(branch.State).TimerFired(run, branch, branch.State));
            }

            if (branch.Task is { } task && (task.TimeoutTimerId == timerId || task.HeartbeatTimerId == timerId))
            {
                return () => StateBehaviors.Task.TimedOut(run, branch, timerId);
            }
        }

        return null;
    }

    private static BranchPosition? ByTask(Run run, long taskId) => First(run, branch => branch.Task?.TaskId == taskId);

    private static BranchPosition? ByMapRun(Run run, long taskId) => First(run, branch => branch.MapRun is { HasFailed: false } mapRun && mapRun.TaskId == taskId);

    private static BranchPosition? First(Run run, Func<BranchPosition, bool> isIt)
    {
        foreach (var branch in run.Position.Root!.All())
        {
            if (isIt(branch))
            {
                return branch;
            }
        }

        return null;
    }
}
