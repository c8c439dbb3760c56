using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Parallel: all branches get the same input; the result is their outputs in the branches' order.</summary>
internal sealed class ParallelBehavior : BranchingBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var parallel = (ParallelState)state;
        var input = StateData.EffectiveInput(run, branch, parallel);
        var given = parallel.Parameters?.Evaluate(StateData.Context(run, branch, input)) ?? input;
        var started = run.Emit(branch, "ParallelStateStarted", null);
        branch.Children = new ChildrenPosition(parallel.Branches.Count);
        branch.Phase = BranchPhase.Children;
        for (var i = 0; i < parallel.Branches.Count; i++)
        {
            StartChild(run, branch, i, given, started);
        }
    }

    public override void ChildSucceeded(Run run, BranchPosition branch, BranchPosition child, JsonValue output)
    {
        if (Collect(branch, child, output) is { } result)
        {
            Finish(run, branch, result, child.LastEventId);
        }
    }
}
