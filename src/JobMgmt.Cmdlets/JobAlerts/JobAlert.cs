namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>An alert that reached its channel.</summary>
public sealed record JobAlert
{
    /// <summary>When, in local time.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What it is of.</summary>
    public JobAlertKind Kind { get; init; }

    /// <summary>Whether it still wants somebody.</summary>
    public JobAlertStatus Status { get; init; }

    /// <summary>The channel that it names.</summary>
    public required string Channel { get; init; }

    /// <summary>The network, where the alert tells its run.</summary>
    public string? NetworkName { get; init; }

    /// <summary>The run's name.</summary>
    public string? ExecutionName { get; init; }

    /// <summary>The job that failed, where the alert tells it.</summary>
    public string? JobName { get; init; }

    /// <summary>The worker's id, where the cause tells it.</summary>
    public string? Worker { get; init; }

    /// <summary>The command that failed, where the cause tells it: by it, the worker and the log group an alert pipes into Get-JobLog.</summary>
    public string? CommandId { get; init; }

    /// <summary>The worker's id.</summary>
    public string? InstanceId => Worker;

    /// <summary>The log group with the job's whole output, where the cause tells it.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>What the failure says, in words.</summary>
    public string? Message { get; init; }

    /// <summary>The command's exit code, where it came to one.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The last lines of the job's log, oldest first; none where the alert tells none.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>What there is to know of these lines: that they are not all, or why there are none.</summary>
    public string? LogNote { get; init; }

    /// <summary>How many failures the alert tells of beside the first, which had one of its own.</summary>
    public int? Repeats { get; init; }

    /// <summary>The webhook, mail addresses and topics that have not got it, and why, as far as the target tells it.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];

    /// <summary>The commands to type next.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Who has confirmed it.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>When that was, in local time.</summary>
    public DateTime? ConfirmedTime { get; init; }

    /// <summary>What was noted with it.</summary>
    public string? Note { get; init; }

    /// <summary>The run.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>The run in the AWS console.</summary>
    public string? ExecutionUrl { get; init; }

    /// <summary>The event's id.</summary>
    public string? EventId { get; init; }

    /// <summary>The whole event, as JSON text.</summary>
    public required string Event { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}: {NetworkName} {Error}";
}
