namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>What an alert is of.</summary>
public enum JobAlertKind
{
    /// <summary>A job or a run has failed.</summary>
    Failed,

    /// <summary>A start that did not happen in time, or a run or job that takes too long.</summary>
    Overdue,

    /// <summary>A start that did not happen.</summary>
    Missed,

    /// <summary>A network that had failed has succeeded.</summary>
    Recovered,

    /// <summary>A worker stopped answering while it had a job.</summary>
    WorkerLost,

    /// <summary>A job waits until somebody approves it.</summary>
    Held,

    /// <summary>A test of the channel (Test-JobAlertChannel).</summary>
    Test,

    /// <summary>Something else that somebody sends to a channel.</summary>
    Other,
}
