using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Logging;

/// <summary>Where a state machine's executions are logged to, and which of their events.</summary>
/// <param name="Group">The log group's name.</param>
/// <param name="Level">ALL, ERROR or FATAL.</param>
/// <param name="IncludesData">Whether inputs, outputs and parameters are shown.</param>
internal sealed record LogDestination(string Group, string Level, bool IncludesData)
{
    private static readonly string[] _ends = ["ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"];

    /// <summary>Of a logging configuration; null where its level is OFF, or it has no group.</summary>
    public static LogDestination? Of(JsonObject configuration) =>
        configuration.Text("level") is not { } level || level == "OFF" || GroupArn(configuration) is not { } arn || GroupOf(arn) is not { } group ? null
        : new LogDestination(group, level, configuration.Flag("includeExecutionData") ?? false);

    /// <summary>The ARN of the log group that a logging configuration names.</summary>
    public static string? GroupArn(JsonObject configuration) =>
        configuration.Objects("destinations") is { Count: > 0 } destinations ? destinations[0].Object("cloudWatchLogsLogGroup")?.Text("logGroupArn") : null;

    /// <summary>The name in <c>arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*</c>; null where the ARN is another.</summary>
    public static string? GroupOf(string arn) => arn.Split(':') is ["arn", _, "logs", _, _, "log-group", var name, "*"] ? name : null;

    /// <summary>Whether an event is logged: all; those that tell of an error; or the ends of executions that did not succeed.</summary>
    public bool Takes(string eventType) => Level switch
    {
        "ALL" => true,
        "ERROR" => eventType == "FailStateEntered" || eventType.EndsWith("Failed", StringComparison.Ordinal)
            || eventType.EndsWith("Aborted", StringComparison.Ordinal) || eventType.EndsWith("TimedOut", StringComparison.Ordinal),
        _ => _ends.Contains(eventType),
    };
}
