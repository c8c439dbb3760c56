namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Fail has a text or a path for error and cause, not both; a path may be an intrinsic function call.</summary>
internal sealed class FailRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Fail" && !state.IsJsonata))
        {
            foreach (var field in new[] { "Error", "Cause" })
            {
                var path = field + "Path";
                FieldGroups.AtMostOne(state, [field, path], diagnostics);

                if (state.Body.Contains(path) && (state.Text(path) is not { } text || !TemplateSyntaxRule.IsExpression(text)))
                {
                    diagnostics.Schema(state.At(path), $"The value for the field '{path}' must be a valid JSONPath or a valid intrinsic function call");
                }
            }
        }
    }
}
