namespace JobMgmt.Networks.Stack;

/// <summary>The names of the events that the channels' rules take.</summary>
internal static class AlertEvents
{
    internal const string Source = "net.quickguard.states";

    /// <summary>Something failed.</summary>
    internal const string Failed = "Job Network Execution Fail";

    /// <summary>A job waits until somebody approves it.</summary>
    internal const string Held = "Job Held";
}
