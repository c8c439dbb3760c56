using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions;

/// <summary>What Describe and status events tell about redriving.</summary>
internal static class Redrive
{
    private static readonly TimeSpan _period = TimeSpan.FromDays(14);

    public static string Status(ExecutionRecord execution, DateTimeOffset now) => Reason(execution, now) is not null ? "NOT_REDRIVABLE" : execution.MapRun is null ? "REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN";

    /// <summary>Why it can't be redriven; null where it can.</summary>
    public static string? Reason(ExecutionRecord execution, DateTimeOffset now) =>
        execution.Status is "RUNNING" or "SUCCEEDED" ? $"Execution is {execution.Status} and cannot be redriven"
        : execution.Stopped + _period < now ? "Execution ended more than 14 days ago and cannot be redriven"
        : null;
}
