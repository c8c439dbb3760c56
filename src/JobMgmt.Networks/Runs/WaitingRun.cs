using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>A run that waits before its first job.</summary>
/// <param name="Since">Since when.</param>
/// <param name="TaskToken">What answers it.</param>
/// <param name="Hold">Why it is held; null where it waits for other runs of its network.</param>
public sealed record WaitingRun(DateTimeOffset Since, string? TaskToken, RunHold? Hold)
{
    /// <summary>So many of a history's last events tell whether its run waits: the task's schedule, start and submission.</summary>
    public const int Events = 3;

    /// <summary>The lock by which the runs of a network take turns.</summary>
    public static string LockOf(string network) => LockPlace.OfRun(network).Lock;

    /// <summary>Reads it from a history's last events, the very last first; null where the run does not wait so.</summary>
    public static WaitingRun? Read(IEnumerable<RunEvent> latest)
    {
        var task = latest.SkipWhile(item => item.Type is "TaskStarted" or "TaskSubmitted").FirstOrDefault();
        return task?.Type != "TaskScheduled" || task.Resource?.EndsWith(".waitForTaskToken", StringComparison.Ordinal) != true ? null
            : RunHoldState.Read(task.Parameters) is { } held ? new WaitingRun(task.Time, held.TaskToken, held.Hold)
            : LockTable.WaitsForRun(task.Parameters) ? new WaitingRun(task.Time, null, null)
            : null;
    }
}
