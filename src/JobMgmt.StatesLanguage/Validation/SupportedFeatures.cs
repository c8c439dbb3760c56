using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Refuses by name what AWS has and this interpreter has not yet, so that no definition is run in part.</summary>
internal static class SupportedFeatures
{
    private static readonly string[] _distributedOnly = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

    public static void Check(JsonObject source, DiagnosticList diagnostics)
    {
        foreach (var scope in new ScopeNode(source, string.Empty, true, source).All())
        {
            foreach (var state in scope.States)
            {
                foreach (var field in _distributedOnly.Where(state.Body.Contains))
                {
                    diagnostics.Schema(state.At(field), $"The field '{field}' belongs to distributed Map states, which this interpreter does not support yet");
                }

                foreach (var processor in new[] { "ItemProcessor", "Iterator" }.Where(field => IsDistributed(state.Body[field])))
                {
                    diagnostics.Schema(state.At($"{processor}/ProcessorConfig/Mode"), "The mode 'DISTRIBUTED' is not supported by this interpreter yet");
                }
            }
        }
    }

    private static bool IsDistributed(JsonValue? processor) =>
        (processor as JsonObject)?["ProcessorConfig"] is JsonObject config && (config["Mode"] as JsonString)?.Value == "DISTRIBUTED";
}
