namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>An alert that reached its channel.</summary>
public sealed class JobAlert
{
    /// <summary>When, in local time.</summary>
    public required DateTime Time { get; init; }

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

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>What the failure says, in words.</summary>
    public string? Message { get; init; }

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
