using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>ProcessorConfig tells a Map's mode; a distributed Map its ExecutionType too. An inline Map has none of a distributed one's fields. AWS's words for most of it are not known.</summary>
internal sealed class ProcessorConfigRule : IValidationRule
{
    private static readonly string[] _distributedOnly = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            var field = state.Body.Contains("ItemProcessor") ? "ItemProcessor" : "Iterator";
            var config = (state.Body[field] as JsonObject)?["ProcessorConfig"] as JsonObject;
            var mode = config?["Mode"];
            if (config is not null)
            {
                Check(config, state.At($"{field}/ProcessorConfig"), diagnostics);
            }

            if ((mode as JsonString)?.Value is null or "INLINE")
            {
                foreach (var only in _distributedOnly.Where(state.Body.Contains))
                {
                    diagnostics.Schema(state.Location, $"Field '{only}' is only supported for Map states in DISTRIBUTED mode");
                }
            }
        }
    }

    private static void Check(JsonObject config, string location, DiagnosticList diagnostics)
    {
        foreach (var member in config.Where(member => member.Key is not ("Mode" or "ExecutionType")))
        {
            diagnostics.Schema(location, $"Field '{member.Key}' is not supported");
        }

        IsOneOf(config, "Mode", ["INLINE", "DISTRIBUTED"], location, diagnostics);
        IsOneOf(config, "ExecutionType", ["STANDARD", "EXPRESS"], location, diagnostics);
        if (config["Mode"] is JsonString { Value: "INLINE" } && config.Contains("ExecutionType"))
        {
            diagnostics.Schema(location, "Field 'ExecutionType' is not supported");
        }

        if (config["Mode"] is JsonString { Value: "DISTRIBUTED" } && !config.Contains("ExecutionType"))
        {
            diagnostics.Schema(location, "These fields are required: [ExecutionType]");
        }
    }

    private static void IsOneOf(JsonObject config, string field, string[] values, string location, DiagnosticList diagnostics)
    {
        if (config[field] is { } value && !values.Contains((value as JsonString)?.Value))
        {
            diagnostics.Schema($"{location}/{field}", $"Value should be one of the following: [{string.Join(", ", values)}]");
        }
    }
}
