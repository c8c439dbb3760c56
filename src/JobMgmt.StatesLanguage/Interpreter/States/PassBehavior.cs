using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Pass.</summary>
internal sealed class PassBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var pass = (PassState)state;
        if (pass.QueryLanguage == QueryLanguage.Jsonata)
        {
            StateData.LeaveWithInput(run, branch, pass, pass.Next, pass.Assign, pass.Output);
            return;
        }

        var input = StateData.EffectiveInput(run, branch, pass);
        var result = pass.Parameters is null ? input : pass.Parameters.Evaluate(StateData.Context(run, branch, input));
        run.Trace?.See("afterParameters", result);
        StateData.LeaveWithResult(run, branch, pass, pass.Result ?? result, null, pass.ResultPath);
    }
}
