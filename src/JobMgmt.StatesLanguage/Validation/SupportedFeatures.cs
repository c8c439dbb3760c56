using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Refuses by name what AWS has and this interpreter has not, so that no definition is run in part.</summary>
internal static class SupportedFeatures
{
    public static void Check(JsonObject source, DiagnosticList diagnostics)
    {
        foreach (var state in new ScopeNode(source, string.Empty, true, source).All().SelectMany(scope => scope.States).Where(state => state.Type == "Map"))
        {
            if (((state.Body["ItemReader"] as JsonObject)?["ReaderConfig"] as JsonObject)?["InputType"] is JsonString { Value: "PARQUET" })
            {
                diagnostics.Schema(state.At("ItemReader/ReaderConfig/InputType"), "The input type 'PARQUET' is not supported by this interpreter");
            }
        }
    }
}
