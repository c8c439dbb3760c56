using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>
/// In JSONata states every expression parses, and reads nothing that is not there: no input at the top level, no
/// <c>$states.errorOutput</c> outside Catch. Variables are looked for only when the state runs.
/// </summary>
internal sealed class JsonataSyntaxRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var (text, location, inCatch) in scope.States.Where(state => state.IsJsonata).SelectMany(JsonataTexts.Of))
        {
            if (StepFunctionsJsonata.IsExpression(text))
            {
                CheckExpression(text, location, inCatch, diagnostics);
            }
            else if (text.StartsWith("{%", StringComparison.Ordinal))
            {
                diagnostics.Schema(location, "JSONata string must start with {% and end with %}");
            }
        }
    }

    private static void CheckExpression(string text, string location, bool inCatch, DiagnosticList diagnostics)
    {
        JsonataExpression expression;
        try
        {
            expression = StepFunctionsJsonata.Parse(text);
        }
        catch (JsonataException error)
        {
            diagnostics.Add(DiagnosticCodes.InvalidJsonata, location, error.Message);
            return;
        }

        foreach (var name in StepFunctionsJsonata.TopLevelReferences(expression))
        {
            diagnostics.Add(
                DiagnosticCodes.UnsupportedJsonata,
                location,
                name == "$$" ? "Reference to '$$' is not supported." : $"Reference to '{name}' at the top level is not supported.");
        }

        if (!inCatch && StepFunctionsJsonata.ReadsErrorOutput(expression))
        {
            diagnostics.Add(DiagnosticCodes.UnsupportedJsonata, location, "Field '$states.errorOutput' does not exist.");
        }
    }
}
