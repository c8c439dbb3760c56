namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>No field that the container or the state's type does not have.</summary>
internal sealed class SupportedFieldsRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var known = scope.IsRoot ? StateFields.Machine
            : scope.Location.EndsWith("]", StringComparison.Ordinal) ? StateFields.Branch
            : StateFields.ItemProcessor;
        foreach (var member in scope.Body.Where(member => !known.Contains(member.Key)))
        {
            diagnostics.Schema(scope.Place, $"Field '{member.Key}' is not supported");
        }

        foreach (var state in scope.States.Where(state => state.Type is not null && StateFields.Types.Contains(state.Type)))
        {
            foreach (var member in state.Body.Where(member => !StateFields.IsSupported(state.Type!, member.Key)))
            {
                diagnostics.Schema(state.Location, $"Field '{member.Key}' is not supported");
            }
        }
    }
}
