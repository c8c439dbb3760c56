using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Timeouts are whole seconds from 1 to 99999999, told once; the heartbeat is shorter than the timeout.</summary>
internal sealed class TimeoutRule : IValidationRule
{
    /// <summary>The longest time that ASL can tell.</summary>
    public const long MaxSeconds = 99999999;

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        if (scope.IsRoot)
        {
            CheckRange(scope.Body, "TimeoutSeconds", 1, scope.Location, diagnostics);
        }

        foreach (var state in scope.States.Where(state => state.Type == "Task"))
        {
            foreach (var field in new[] { "TimeoutSeconds", "HeartbeatSeconds" })
            {
                CheckNumber(state, field, 1, diagnostics);
                if (state.Body.Contains(field) && state.Body.Contains(field + "Path"))
                {
                    diagnostics.Schema(state.Location, $"Only one of these fields is allowed: [{field}, {field}Path]");
                }
            }

            if (Seconds(state.Body, "HeartbeatSeconds") is { } heartbeat && Seconds(state.Body, "TimeoutSeconds") is { } timeout && heartbeat >= timeout)
            {
                diagnostics.Schema(state.Location, "The value of the 'HeartbeatSeconds' field must be less than the value of the 'TimeoutSeconds' field");
            }
        }
    }

    /// <summary>Reports a field that is there but no whole number from <paramref name="least"/> to 99999999.</summary>
    internal static void CheckRange(JsonObject body, string field, long least, string location, DiagnosticList diagnostics)
    {
        if (body.Contains(field) && (Seconds(body, field) is not { } value || value < least || value > MaxSeconds))
        {
            diagnostics.Schema($"{location}/{field}", $"The field '{field}' should be an integer between {least} and {MaxSeconds}");
        }
    }

    /// <summary>The same for a state's field, where a JSONata expression may stand for the number.</summary>
    internal static void CheckNumber(StateNode state, string field, long least, DiagnosticList diagnostics)
    {
        if (!(state.IsJsonata && state.Text(field) is { } text && text.StartsWith("{%", StringComparison.Ordinal)))
        {
            CheckRange(state.Body, field, least, state.Location, diagnostics);
        }
    }

    private static long? Seconds(JsonObject body, string field) => body[field] is JsonNumber number && number.TryToInt64(out var value) ? value : null;
}
