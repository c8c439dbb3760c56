namespace JobMgmt.Cmdlets.JobLogs;

/// <summary>Which output of a job.</summary>
public enum JobLogStream
{
    /// <summary>Standard output.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,
}
