using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>How an execution ended.</summary>
/// <param name="Status">SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Output">The output of a succeeded one.</param>
/// <param name="Error">The error name, if any.</param>
/// <param name="Cause">The cause, if any.</param>
public sealed record ExecutionOutcome(string Status, JsonValue? Output, string? Error, string? Cause);
