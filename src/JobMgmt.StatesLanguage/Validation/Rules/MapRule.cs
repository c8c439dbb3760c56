using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Map tells its processor and its item input once; counts are whole numbers from 0.</summary>
internal sealed class MapRule : IValidationRule
{
    private static readonly string[][] _pairs =
        [["ItemProcessor", "Iterator"], ["ItemSelector", "Parameters"], ["MaxConcurrency", "MaxConcurrencyPath"], ["Items", "ItemReader"],
        ["ToleratedFailureCount", "ToleratedFailureCountPath"], ["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"]];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            foreach (var pair in _pairs.Where(pair => pair.All(state.Body.Contains)))
            {
                FieldGroups.AtMostOne(state, pair, diagnostics);
            }

            CheckCount(state, "MaxConcurrency", diagnostics);
            CheckCount(state, "ToleratedFailureCount", diagnostics);
            CheckPercentage(state, diagnostics);
            if (state.IsJsonata && state.Body["Items"] is { } items && items.Kind is not (JsonKind.Array or JsonKind.String) && !(items.Kind == JsonKind.Object && state.IsDistributedMap))
            {
                diagnostics.Schema(state.At("Items"), "Expected value of type [ARRAY, STRING]");
            }
        }
    }

    /// <summary>A whole number from 0; no number is too large. In JSONata a text is an expression.</summary>
    private static void CheckCount(StateNode state, string field, DiagnosticList diagnostics)
    {
        if (state.Body[field] is JsonNumber number)
        {
            if (number.ToDouble() < 0)
            {
                diagnostics.Schema(state.At(field), "Minimum value is 0");
            }
            else if (!number.TryToInt64(out _))
            {
                diagnostics.Schema(state.At(field), "Expected value of type Integer");
            }
        }
        else
        {
            TimeoutRule.CheckNumber(state, field, 0, diagnostics);
        }
    }

    private static void CheckPercentage(StateNode state, DiagnosticList diagnostics)
    {
        const string Field = "ToleratedFailurePercentage";
        if (state.Body[Field] is JsonNumber number)
        {
            if (number.ToDouble() is < 0 or > 100)
            {
                diagnostics.Schema(state.At(Field), number.ToDouble() < 0 ? "Minimum value is 0" : "Maximum value is 100");
            }
        }
        else
        {
            TimeoutRule.CheckNumber(state, Field, 0, diagnostics);
        }
    }
}
