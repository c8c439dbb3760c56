using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Map tells its processor and its item input once; MaxConcurrency is a whole number from 0.</summary>
internal sealed class MapRule : IValidationRule
{
    private static readonly string[][] _pairs =
        [["ItemProcessor", "Iterator"], ["ItemSelector", "Parameters"], ["MaxConcurrency", "MaxConcurrencyPath"], ["ItemsPath", "ItemReader"]];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            foreach (var pair in _pairs.Where(pair => pair.All(state.Body.Contains)))
            {
                diagnostics.Schema(state.Location, $"Only one of these fields is allowed: [{string.Join(", ", pair)}]");
            }

            if (state.Body["MaxConcurrency"] is not JsonString)
            {
                TimeoutRule.CheckRange(state.Body, "MaxConcurrency", 0, state.Location, diagnostics); // a text is a JSONata expression
            }

            var processor = state.Body["ItemProcessor"] ?? state.Body["Iterator"];
            if ((processor as JsonObject)?["ProcessorConfig"] is JsonObject config
                && config["Mode"] is { } mode && (mode as JsonString)?.Value is not ("INLINE" or "DISTRIBUTED"))
            {
                diagnostics.Schema(state.At("ItemProcessor/ProcessorConfig/Mode"), "The field 'Mode' should have one of these values: [INLINE, DISTRIBUTED]");
            }
        }
    }
}
