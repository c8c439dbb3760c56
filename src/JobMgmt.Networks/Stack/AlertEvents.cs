namespace JobMgmt.Networks.Stack;

/// <summary>The names of the events that the channels' rules take.</summary>
public static class AlertEvents
{
    public const string Source = "net.quickguard.states";

    /// <summary>Something failed.</summary>
    public const string Failed = "Job Network Execution Fail";

    /// <summary>A start that did not happen in time, or a run or job that takes too long.</summary>
    public const string Overdue = "Job Network Execution Overdue";

    /// <summary>A run that a trigger should have started and did not.</summary>
    public const string Missed = "Job Network Execution Missed";

    /// <summary>A network that had failed has succeeded.</summary>
    public const string Recovered = "Job Network Execution Recovered";

    /// <summary>A worker stopped answering while it ran a job.</summary>
    public const string WorkerLost = "Job Worker Lost";

    /// <summary>A job waits until somebody approves it.</summary>
    public const string Held = "Job Held";

    /// <summary>Somebody has acknowledged an alert. No channel tells of it.</summary>
    public const string Confirmed = "Job Alert Confirmed";

    /// <summary>The events that a channel tells of.</summary>
    internal static readonly string[] Alerts = { Failed, Overdue, Missed, Recovered, WorkerLost, Held };
}
