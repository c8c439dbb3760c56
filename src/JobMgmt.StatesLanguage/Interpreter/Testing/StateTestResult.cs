using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>What came of a state that was tested alone.</summary>
/// <param name="Status">SUCCEEDED, FAILED, RETRIABLE or CAUGHT_ERROR.</param>
/// <param name="Output">Its output, where it has one.</param>
/// <param name="NextState">The state that would follow.</param>
/// <param name="Error">The error name, if any.</param>
/// <param name="Cause">The cause, if any.</param>
/// <param name="Inspection">What was seen on the way, by the names of TestState's inspection data: values as they are, not as text.</param>
/// <param name="ErrorDetails">catchIndex, retryIndex, retryBackoffIntervalSeconds; null where nothing is to tell.</param>
public sealed record StateTestResult(
    string Status, JsonValue? Output, string? NextState, string? Error, string? Cause, IReadOnlyList<KeyValuePair<string, JsonValue>> Inspection, JsonObject? ErrorDetails)
{
    internal static StateTestResult Of(StateTrace trace, ExecutionOutcome? outcome)
    {
        var isRetriable = trace.RetryDelay is not null;
        var status = isRetriable ? "RETRIABLE" : trace.CatchIndex is not null ? "CAUGHT_ERROR" : trace.HasLeft ? "SUCCEEDED" : "FAILED";
        var details = JsonObject.Of(
            ("catchIndex", Number(trace.CatchIndex)),
            ("retryIndex", Number(trace.CatchIndex is null ? trace.RetryIndex : null)),
            ("retryBackoffIntervalSeconds", Number((long?)trace.RetryDelay?.TotalSeconds)));
        var (error, cause) = trace.Error is { } known ? (known.Error, known.Cause) : (outcome?.Error, outcome?.Cause);
        return new StateTestResult(status, trace.Output, trace.Next, error, cause, trace.Seen, details.Count == 0 ? null : details);
    }

    private static JsonValue? Number(long? number) => number is { } value ? value : null;
}
