using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>What must be there is there: StartAt and States, a known Type, the type's own fields.</summary>
internal sealed class RequiredFieldsRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        Require(scope.Body, ["StartAt", "States"], scope.Place, diagnostics);
        if (scope.Body["States"] is JsonObject { Count: 0 })
        {
            diagnostics.Schema(scope.At("States"), "Value cannot be empty");
        }

        foreach (var state in scope.States)
        {
            if (state.Body["Type"] is null)
            {
                Require(state.Body, ["Type"], state.Location, diagnostics);
            }
            else if (state.Type is null || !StateFields.Types.Contains(state.Type))
            {
                diagnostics.Schema(state.At("Type"), $"The field 'Type' should have one of these values: [{string.Join(", ", StateFields.Types)}]");
            }
            else
            {
                Require(state.Body, StateFields.Required(state.Type), state.Location, diagnostics);
                if (state.Type == "Map" && !state.Body.Contains("ItemProcessor") && !state.Body.Contains("Iterator"))
                {
                    diagnostics.Schema(state.Location, FieldGroups.Missing(["ItemProcessor", "Iterator"]));
                }
            }
        }
    }

    private static void Require(JsonObject body, IReadOnlyList<string> fields, string location, DiagnosticList diagnostics)
    {
        var missing = fields.Where(field => !body.Contains(field)).ToArray();
        if (missing.Length > 0)
        {
            diagnostics.Schema(location, $"These fields are required: [{string.Join(", ", missing)}]");
        }
    }
}
