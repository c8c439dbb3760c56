using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>What Parallel and Map share: starting branches, and stopping the others when one fails.</summary>
internal abstract class BranchingBehavior : StateBehavior
{
    public sealed override void ChildFailed(Run run, BranchPosition branch, BranchPosition child, StateError error)
    {
        branch.Children!.Branches[child.Index] = null;
        AbortChildren(run, branch, child.LastEventId);
        RecordFailure(run, branch, child);
        branch.LastEventId = child.LastEventId;
        run.Fail(branch, error);
    }

    /// <summary>Stops all branches of a state that still run; nothing where it has none.</summary>
    public static void AbortChildren(Run run, BranchPosition branch, long previousEventId)
    {
        foreach (var child in branch.Children?.Branches ?? [])
        {
            if (child is not null)
            {
                Abort(run, branch, child, previousEventId);
            }
        }

        branch.Children = null;
    }

    protected static void StartChild(Run run, BranchPosition branch, int index, JsonValue input, long previousEventId)
    {
        var graph = branch.GraphOf(index);
        var child = new BranchPosition
        {
            Parent = branch,
            Index = index,
            Graph = graph,
            StateName = graph.StartAt,
            Input = input,
            Variables = branch.Variables,
            LastEventId = previousEventId,
        };
        branch.Children!.Branches[index] = child;
        run.MakeReady(child);
    }

    /// <summary>Stores a branch's output; the result once all have ended.</summary>
    protected static JsonArray? Collect(BranchPosition branch, BranchPosition child, JsonValue output)
    {
        var children = branch.Children!;
        children.Branches[child.Index] = null;
        children.Outputs[child.Index] = output;
        children.Succeeded++;
        return children.Succeeded == children.Outputs.Length ? new JsonArray((IReadOnlyList<JsonValue>)children.Outputs!) : null;
    }

    /// <summary>Leaves a state whose branches were not run (TestState) with the result that was given.</summary>
    public static void LeaveWithResult(Run run, BranchPosition branch, WorkState state, JsonValue result)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            Data.JsonataData.Leave(run, branch, Data.JsonataData.OfResult(run, branch, state, result), state.Next);
        }
        else
        {
            Data.StateData.LeaveWithResult(run, branch, state, result, state.ResultSelector, state.ResultPath);
        }
    }

    /// <summary>Leaves the state: Succeeded and Exited both point back at the last event within.</summary>
    protected static void Finish(Run run, BranchPosition branch, JsonArray result, long lastEventId)
    {
        var state = (WorkState)branch.State;
        branch.Children = null;
        branch.LastEventId = lastEventId;
        if (state.QueryLanguage == QueryLanguage.Jsonata)
        {
            var data = Data.JsonataData.OfResult(run, branch, state, result); // first: a state whose Output fails has not succeeded
            run.Emit(branch, state.Type + "StateSucceeded", null, advances: false);
            Data.JsonataData.Leave(run, branch, data, state.Next);
            return;
        }

        run.Emit(branch, state.Type + "StateSucceeded", null, advances: false);
        Data.StateData.LeaveWithResult(run, branch, state, result, state.ResultSelector, state.ResultPath);
    }

    /// <summary>The event of a failed iteration; branches of a Parallel have none.</summary>
    protected virtual void RecordFailure(Run run, BranchPosition branch, BranchPosition child)
    {
    }

    /// <summary>The event of an aborted iteration; branches of a Parallel have none.</summary>
    protected virtual void RecordAbort(Run run, BranchPosition branch, BranchPosition child, long previousEventId)
    {
    }

    private static void Abort(Run run, BranchPosition branch, BranchPosition child, long previousEventId)
    {
        ((BranchingBehavior)StateBehaviors.Of(branch.State)).RecordAbort(run, branch, child, previousEventId);
        AbortChildren(run, child, previousEventId);
        if (child.Phase == BranchPhase.MapRunPending)
        {
            run.Emit("MapRunAborted", null, previousEventId);
        }

        if (child.Phase is BranchPhase.Waiting or BranchPhase.TaskPending or BranchPhase.RetryWaiting or BranchPhase.Children or BranchPhase.MapRunPending)
        {
            run.Emit(child.State.Type + "StateAborted", null, previousEventId);
        }

        run.GiveUp(child);
        child.Phase = BranchPhase.Ended;
    }
}
