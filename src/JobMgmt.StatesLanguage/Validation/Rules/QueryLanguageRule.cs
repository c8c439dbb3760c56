using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>QueryLanguage is JSONPath or JSONata; a JSONata state machine has no JSONPath state; JSONata-only fields stay out of JSONPath states.</summary>
internal sealed class QueryLanguageRule : IValidationRule
{
    private static readonly string[] _jsonataOnly = ["Arguments", "Output", "Items"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var machine = (scope.Machine["QueryLanguage"] as JsonString)?.Value ?? "JSONPath";
        if (scope.IsRoot)
        {
            CheckValue(scope.Body, "/QueryLanguage", diagnostics);
        }

        foreach (var state in scope.States)
        {
            CheckValue(state.Body, state.At("QueryLanguage"), diagnostics);
            if (machine == "JSONata" && state.Text("QueryLanguage") == "JSONPath")
            {
                diagnostics.Schema(state.Location, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
            }

            foreach (var field in _jsonataOnly.Where(field => !state.IsJsonata && state.Body.Contains(field)))
            {
                diagnostics.Schema(
                    state.Location, $"The QueryLanguage is set to 'JSONPath', but field '{field}' is only supported for the 'JSONata' QueryLanguage");
            }
        }
    }

    private static void CheckValue(JsonObject body, string location, DiagnosticList diagnostics)
    {
        if (body["QueryLanguage"] is { } value && (value as JsonString)?.Value is not ("JSONPath" or "JSONata"))
        {
            diagnostics.Schema(location, "The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata]");
        }
    }
}
