using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>An Express state machine waits for nothing: no <c>.sync</c>, no <c>.waitForTaskToken</c> (that text ends in a blank, as AWS's does), no distributed Map.</summary>
internal sealed class ExpressRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.IsDistributedMap))
        {
            var field = state.Body.Contains("ItemProcessor") ? "ItemProcessor" : "Iterator";
            diagnostics.Schema(state.At($"{field}/ProcessorConfig/Mode"), "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines");
        }

        foreach (var state in scope.States.Where(state => state.Type == "Task"))
        {
            if (state.Text("Resource") is not { } arn || !TaskResource.TryParse(arn, out var resource))
            {
                continue;
            }

            if (resource.Kind == TaskResourceKind.Activity)
            {
                diagnostics.Schema(state.At("Resource"), "Express state machine does not support Activity ARN");
            }
            else if (resource.Pattern == TaskPattern.Sync)
            {
                diagnostics.Schema(state.At("Resource"), "Express state machine does not support '.sync' service integration");
            }
            else if (resource.Pattern == TaskPattern.WaitForTaskToken)
            {
                diagnostics.Schema(state.At("Resource"), "Express state machine does not support '.waitForTaskToken' service integration ");
            }
        }
    }
}
