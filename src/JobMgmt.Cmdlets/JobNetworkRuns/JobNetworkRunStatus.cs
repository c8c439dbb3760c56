namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>How a run stands.</summary>
public enum JobNetworkRunStatus
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It waits until other runs of its network have ended (New-JobNetwork -IfRunning).</summary>
    Queued,

    /// <summary>It waits until somebody lets it go on (Suspend-JobNetwork).</summary>
    Held,

    /// <summary>All jobs ended with success.</summary>
    Succeeded,

    /// <summary>It has ended without running a job: another run of its network was going on, or it was held and discarded.</summary>
    Skipped,

    /// <summary>A job, or the run itself, failed.</summary>
    Failed,

    /// <summary>It took longer than its definition allows.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,

    /// <summary>It failed and waits to be redriven.</summary>
    PendingRedrive,
}
