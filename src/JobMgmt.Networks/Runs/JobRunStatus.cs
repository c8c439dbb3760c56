namespace JobMgmt.Networks.Runs;

/// <summary>How a job of a run stands.</summary>
public enum JobRunStatus
{
    /// <summary>Not reached yet; the run goes on.</summary>
    Pending,

    /// <summary>Waiting for its lock.</summary>
    Waiting,

    /// <summary>Waits until somebody approves it.</summary>
    Held,

    /// <summary>Started and not ended, or waiting for its next attempt.</summary>
    Running,

    /// <summary>Ended with success.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended with an error that its network passes over: the jobs after it run as if it had succeeded.</summary>
    Ignored,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>Stopped, alone or with its run.</summary>
    Aborted,

    /// <summary>Passed over: a job that it comes after did not end as it has to, or the run was told to.</summary>
    Skipped,

    /// <summary>Left out: its condition was false, or none of the jobs that it comes after was chosen.</summary>
    NotChosen,

    /// <summary>The run ended before it was reached.</summary>
    NotRun,
}
