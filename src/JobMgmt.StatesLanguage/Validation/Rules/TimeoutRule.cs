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
            CheckRange(scope.Body, "TimeoutSeconds", 0, scope.Location, diagnostics); // 0 was measured to be taken
        }

        foreach (var state in scope.States.Where(state => state.Type == "Task"))
        {
            foreach (var field in new[] { "TimeoutSeconds", "HeartbeatSeconds" })
            {
                CheckNumber(state, field, 1, diagnostics);
                FieldGroups.AtMostOne(state, [field, field + "Path"], diagnostics);
            }

            if (Seconds(state.Body, "HeartbeatSeconds") is { } heartbeat && Seconds(state.Body, "TimeoutSeconds") is { } timeout && heartbeat >= timeout)
            {
                diagnostics.Schema(state.Location, "The value of the 'HeartbeatSeconds' field must be less than the value of the 'TimeoutSeconds' field");
            }
        }
    }

    /// <summary>Reports a field that is there but no whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    internal static void CheckRange(JsonObject body, string field, long least, string location, DiagnosticList diagnostics, long most = MaxSeconds)
    {
        if (!body.Contains(field))
        {
            return;
        }

        var number = (body[field] as JsonNumber)?.ToDouble();
        var fault = number is null ? "Expected value of type Integer"
            : number < least ? $"Minimum value is {least}"
            : number > most ? $"Maximum value is {most}"
            : Seconds(body, field) is null ? "Expected value of type Integer"
            : null;
        if (fault is not null)
        {
            diagnostics.Schema($"{location}/{field}", fault);
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
