using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Some state ends its container. AWS names no place.</summary>
internal sealed class EndStateRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        if (!HasEnd(scope))
        {
            diagnostics.Add(DiagnosticCodes.MissingEndState, null, "Workflow has no terminal state");
        }
    }

    internal static bool HasEnd(ScopeNode scope) =>
        scope.States.Any(state => state.Type is "Succeed" or "Fail" || state.Body["End"] is JsonBoolean { Value: true });
}
