using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>In payload templates, every <c>….$</c> field holds a JSONPath or an intrinsic function call.</summary>
internal sealed class TemplateSyntaxRule : IValidationRule
{
    private static readonly string[] _templates = ["Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => !state.IsJsonata))
        {
            foreach (var field in _templates)
            {
                Check(state.Body[field], state.At(field), diagnostics);
            }

            CheckItems(state, "Catch", diagnostics);
            CheckItems(state, "Choices", diagnostics);
        }
    }

    /// <summary>Whether a text is what a <c>….$</c> field may hold.</summary>
    internal static bool IsExpression(string text)
    {
        try
        {
            PathOrIntrinsic.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void CheckItems(StateNode state, string field, DiagnosticList diagnostics)
    {
        if (state.Body[field] is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Check((items[i] as JsonObject)?["Assign"], state.At($"{field}[{i}]/Assign"), diagnostics);
            }
        }
    }

    private static void Check(JsonValue? template, string location, DiagnosticList diagnostics)
    {
        if (template is null)
        {
            return;
        }

        try
        {
            PayloadTemplate.Parse(template);
        }
        catch (TemplateSyntaxException error)
        {
            foreach (var fault in error.Faults)
            {
                diagnostics.Schema(location + fault.Pointer, fault.Message);
            }
        }
    }
}
