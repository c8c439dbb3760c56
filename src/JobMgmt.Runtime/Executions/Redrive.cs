using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions;

/// <summary>What Describe and status events tell about redriving.</summary>
internal static class Redrive
{
    public static string Status(ExecutionRecord execution) => Reason(execution) is null ? "REDRIVABLE" : "NOT_REDRIVABLE";

    /// <summary>Why it can't be redriven; null where it can.</summary>
    public static string? Reason(ExecutionRecord execution) =>
        execution.Status is "RUNNING" or "SUCCEEDED" ? $"Execution is {execution.Status} and cannot be redriven" : null;
}
