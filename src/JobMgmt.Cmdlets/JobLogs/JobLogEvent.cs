namespace JobMgmt.Cmdlets.JobLogs;

/// <summary>One line of a job's output. As text it is the line itself, so Select-String and Out-File work on it.</summary>
public sealed class JobLogEvent
{
    /// <summary>The job.</summary>
    public string? JobName { get; init; }

    /// <summary>Which output it came from.</summary>
    public required JobLogStream Stream { get; init; }

    /// <summary>When it was written, in local time.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The line, without its end.</summary>
    public required string Message { get; init; }

    /// <summary>The command.</summary>
    public required string CommandId { get; init; }

    /// <summary>The worker's id.</summary>
    public required string InstanceId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
