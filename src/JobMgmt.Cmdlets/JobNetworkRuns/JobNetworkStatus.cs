using JobMgmt.Cmdlets.JobNetworkSuspensions;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>A network at a glance: its newest run.</summary>
public sealed class JobNetworkStatus
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>How its newest run stands; null where it never ran.</summary>
    public JobNetworkRunStatus? Status { get; init; }

    /// <summary>When that run began, in local time.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>When it ended, in local time.</summary>
    public DateTime? StopTime { get; init; }

    /// <summary>How long it took, or has taken so far.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The job that it is at, or that failed.</summary>
    public string? JobName { get; init; }

    /// <summary>The worker of that job.</summary>
    public string? Worker { get; init; }

    /// <summary>The error, where it failed.</summary>
    public string? Error { get; init; }

    /// <summary>For what or whom the run waits, why it was skipped or stopped, what it leaves out, or what has become of later starts.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The times, now or to come, in which what triggers start of the network is held.</summary>
    public JobNetworkSuspension[] Suspension { get; init; } = [];

    /// <summary>Whether the network is being removed: it starts nothing any more, and goes when its runs have ended.</summary>
    public bool Deleting { get; init; }

    /// <summary>When one of its triggers is due next, in local time; null where none is: they are off, past, or wait for events.</summary>
    public DateTime? NextDueTime { get; init; }

    /// <summary>The run's name.</summary>
    public string? ExecutionName { get; init; }

    /// <summary>The run.</summary>
    public string? ExecutionArn { get; init; }
}
