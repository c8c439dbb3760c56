namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A state's name is unique in the whole state machine, branches and item processors included. Looked at once, from the root.</summary>
internal sealed class DuplicateStateNameRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in scope.All().SelectMany(inner => inner.States).Where(state => !seen.Add(state.Name)))
        {
            diagnostics.Add(DiagnosticCodes.DuplicateStateName, state.Location, $"Duplicate State name: {state.Name}");
        }
    }
}
