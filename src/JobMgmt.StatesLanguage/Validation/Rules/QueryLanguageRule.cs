using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>
/// QueryLanguage is JSONPath or JSONata; a JSONata state machine has no JSONPath state; the fields that one language alone has stay out
/// of the other's states. AWS names the state, not the field, as the place.
/// </summary>
internal sealed class QueryLanguageRule : IValidationRule
{
    private static readonly HashSet<string> _jsonataOnly = new(StringComparer.Ordinal) { "Arguments", "Output", "Items", "Condition" };

    private static readonly HashSet<string> _jsonPathOnly = new(StringComparer.Ordinal)
    {
        "InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Result", "ItemsPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "SecondsPath",
        "TimestampPath", "MaxConcurrencyPath", "ToleratedFailurePercentagePath", "ToleratedFailureCountPath", "ErrorPath", "CausePath", "Variable",
    };

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var machine = QueryLanguages.OfMachine(scope.Machine);
        if (scope.IsRoot)
        {
            CheckValue(scope.Body, $"/{QueryLanguages.Field}", diagnostics);
        }

        foreach (var state in scope.States)
        {
            if (machine == QueryLanguage.Jsonata && state.Language == QueryLanguage.JsonPath)
            {
                diagnostics.Schema(state.Location, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
            }
            else if (state.Type is not null && StateFields.Types.Contains(state.Type))
            {
                CheckFields(state.Body.Select(member => member.Key).Where(field => StateFields.IsSupported(state.Type, field)), state.Language, state.Location, diagnostics);
                CheckEntries(state, "Choices", diagnostics);
                CheckEntries(state, "Catch", diagnostics);
            }

            CheckValue(state.Body, state.At(QueryLanguages.Field), diagnostics);
        }
    }

    private static void CheckEntries(StateNode state, string field, DiagnosticList diagnostics)
    {
        var entries = state.Body[field] as JsonArray ?? JsonArray.Empty;
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i] is JsonObject entry)
            {
                CheckFields(entry.Select(member => member.Key), state.Language, state.At($"{field}[{i}]"), diagnostics);
            }
        }
    }

    private static void CheckFields(IEnumerable<string> fields, QueryLanguage language, string location, DiagnosticList diagnostics)
    {
        var isJsonata = language == QueryLanguage.Jsonata;
        var (own, other) = isJsonata ? (QueryLanguages.Jsonata, QueryLanguages.JsonPath) : (QueryLanguages.JsonPath, QueryLanguages.Jsonata);
        foreach (var field in fields.Where((isJsonata ? _jsonPathOnly : _jsonataOnly).Contains))
        {
            diagnostics.Schema(location, $"The QueryLanguage is set to '{own}', but field '{field}' is only supported for the '{other}' QueryLanguage");
        }
    }

    private static void CheckValue(JsonObject body, string location, DiagnosticList diagnostics)
    {
        if (body[QueryLanguages.Field] is not { } value)
        {
            return;
        }

        if (value is not JsonString text)
        {
            diagnostics.Schema(location, "Expected value of type [STRING]");
        }
        else if (text.Value is not (QueryLanguages.JsonPath or QueryLanguages.Jsonata))
        {
            diagnostics.Schema(location, $"Value should be one of the following: [{QueryLanguages.JsonPath}, {QueryLanguages.Jsonata}]");
        }
    }
}
