using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Choice. No rule and no Default is States.Runtime on AWS today, whatever the documents say of States.NoChoiceMatched.</summary>
internal sealed class ChoiceBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var choice = (ChoiceState)state;
        var context = StateData.Context(run, branch, StateData.EffectiveInput(run, branch, choice));
        foreach (var option in choice.Choices)
        {
            if (option.Rule.Evaluate(context))
            {
                StateData.LeaveWithInput(run, branch, choice, option.Next, option.Assign, option.Output);
                return;
            }
        }

        if (choice.Default is null)
        {
            throw new EvaluationException(ErrorNames.Runtime, "Failed to transition out of the state. The state does not point to a next state.");
        }

        StateData.LeaveWithInput(run, branch, choice, choice.Default, choice.Assign, choice.Output);
    }
}
