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
            CheckCondition(choice, location, diagnostics);
            return;
        }

        if (choice.Contains("Condition"))
        {
            return; // the language rule has told
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

    private static void CheckCondition(JsonObject choice, string location, DiagnosticList diagnostics)
    {
        switch (choice["Condition"])
        {
            case null:
                diagnostics.Schema(location, ChoiceReader.OneForm);
                break;
            case JsonBoolean:
            case JsonString text when text.Value.StartsWith("{%", StringComparison.Ordinal): // whether it ends and parses, another rule tells
                break;
            default:
                diagnostics.Schema($"{location}/Condition", "Expected value of type [BOOLEAN]");
                break;
        }
    }
}
