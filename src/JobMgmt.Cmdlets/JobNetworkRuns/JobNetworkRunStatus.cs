namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>How a run stands.</summary>
public enum JobNetworkRunStatus
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>All jobs ended with success.</summary>
    Succeeded,

    /// <summary>A job, or the run itself, failed.</summary>
    Failed,

    /// <summary>It took longer than its definition allows.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,

    /// <summary>It failed and waits to be redriven.</summary>
    PendingRedrive,
}
