namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A state's name has 1 to 80 characters.</summary>
internal sealed class StateNameRule : IValidationRule
{
    private const int MaxLength = 80;

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Name.Length is 0 or > MaxLength))
        {
            diagnostics.Schema(state.Location, $"The state name must have between 1 and {MaxLength} characters");
        }
    }
}
