using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>What a state type does. It has no memory of its own: all that lasts is in the branch's position.</summary>
internal abstract class StateBehavior
{
    /// <summary>The state was entered (its event is recorded): do its work, or begin it.</summary>
    public abstract void Enter(Run run, BranchPosition branch, State state);

    /// <summary>The branch's own timer is due: a Wait is over, or a retry is to begin.</summary>
    public virtual void TimerFired(Run run, BranchPosition branch, State state) => Enter(run, branch, state);

    /// <summary>One of the state's branches ended well.</summary>
    public virtual void ChildSucceeded(Run run, BranchPosition branch, BranchPosition child, JsonValue output) => throw NoBranches(branch);

    /// <summary>One of the state's branches ended with an error.</summary>
    public virtual void ChildFailed(Run run, BranchPosition branch, BranchPosition child, StateError error) => throw NoBranches(branch);

    private static InvalidOperationException NoBranches(BranchPosition branch) => new($"The state '{branch.StateName}' has no branches.");
}
