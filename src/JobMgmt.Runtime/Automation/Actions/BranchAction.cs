using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>aws:branch: the first choice that holds says which step comes next; else Default, else the step that would follow anyway.</summary>
internal sealed class BranchAction : IStepAction
{
    public string Name => "aws:branch";

    public string Phase => "evaluating the choices";

    public TimeSpan? DefaultTimeout => null;

    public IEnumerable<string> Check(AutomationStep step)
    {
        step.Require("Choices");
        if (step.Inputs["Choices"] is not JsonArray { Count: > 0 } choices)
        {
            throw step.Fault("Choices must be a list of at least one choice.");
        }

        foreach (var choice in choices)
        {
            if (choice is not JsonObject rule || rule["NextStep"] is not JsonString)
            {
                throw step.Fault("each choice needs a NextStep.");
            }

            BranchRule.Check(step, rule.Without("NextStep"));
        }

        return [];
    }

    public Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var choices = ((JsonArray)context.Inputs["Choices"]!).Cast<JsonObject>();
        var chosen = choices.FirstOrDefault(choice => BranchRule.Holds(choice.Without("NextStep")))?["NextStep"] ?? context.Inputs["Default"];
        return Task.FromResult(
            chosen is not JsonString next ? StepResult.Success()
            : StepResult.Success() with { NextStep = next.Value });
    }
}
