using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a run puts out that has succeeded without running a job: another run was going on, or it was held and discarded.</summary>
/// <param name="Message">Why.</param>
/// <param name="ExecutionArn">The run that was going on, by ARN; null where none was.</param>
public sealed record SkippedRun(string Message, string? ExecutionArn)
{
    internal const string Member = "Skipped";
    internal const string MessageMember = "Message";
    internal const string ExecutionMember = "ExecutionArn";

    /// <summary>Reads it from a run's output; null for a run that has run its jobs.</summary>
    public static SkippedRun? Read(JsonValue? output) =>
        output is JsonObject { Count: 1 } only && only[Member] is JsonObject skipped && skipped[MessageMember] is JsonString message
            ? new SkippedRun(message.Value, (skipped[ExecutionMember] as JsonString)?.Value) : null;
}
