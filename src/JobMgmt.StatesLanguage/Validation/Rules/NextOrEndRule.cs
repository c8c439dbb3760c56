using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A state that is no Choice, Succeed or Fail has either Next or End.</summary>
internal sealed class NextOrEndRule : IValidationRule
{
    private static readonly string[] _fields = ["Next", "End"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type is "Pass" or "Task" or "Wait" or "Parallel" or "Map"))
        {
            var ends = state.Body["End"] is JsonBoolean { Value: true };
            if (ends == state.Body.Contains("Next"))
            {
                diagnostics.Schema(state.Location, ends ? FieldGroups.TooMany(_fields) : FieldGroups.Missing(_fields));
            }
        }
    }
}
