namespace JobMgmt.Networks.Definitions;

/// <summary>What the jobs that a job comes after must have come to for it to run.</summary>
public enum JobRunOn
{
    /// <summary>All of them have succeeded; else it is skipped, and so is what comes after it.</summary>
    Success,

    /// <summary>One of them has failed or was skipped; else it is not needed, and what comes after it goes on.</summary>
    Failure,

    /// <summary>All of them have ended, in whatever way.</summary>
    Always,
}
