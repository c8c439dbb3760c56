using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Succeed: ends the branch with its input.</summary>
internal sealed class SucceedBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state) =>
        StateData.LeaveWithInput(run, branch, (SucceedState)state, null, null, ((SucceedState)state).Output);
}
