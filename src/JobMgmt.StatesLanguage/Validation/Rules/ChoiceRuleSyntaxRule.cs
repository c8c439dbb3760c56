using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A Choice's rules are rules, and each names its Next.</summary>
internal sealed class ChoiceRuleSyntaxRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Choice" && state.Body["Choices"] is JsonArray))
        {
            var choices = (JsonArray)state.Body["Choices"]!;
            for (var i = 0; i < choices.Count; i++)
            {
                if (choices[i] is JsonObject choice)
                {
                    Check(choice, state.IsJsonata, state.At($"Choices[{i}]"), diagnostics);
                }
            }
        }
    }

    private static void Check(JsonObject choice, bool isJsonata, string location, DiagnosticList diagnostics)
    {
        if (choice["Next"] is not JsonString)
        {
            diagnostics.Schema(location, "These fields are required: [Next]");
        }

        if (isJsonata)
        {
            return;
        }

        if (choice.Contains("Condition"))
        {
            diagnostics.Schema(location, "The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for the 'JSONata' QueryLanguage");
            return;
        }

        try
        {
            ChoiceRule.Parse(choice);
        }
        catch (FormatException error)
        {
            diagnostics.Schema(location, error.Message);
        }
    }
}
