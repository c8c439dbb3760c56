namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>A run that a trigger will start.</summary>
public sealed record JobForecast
{
    /// <summary>When it is due, in local time; of a run that comes after another network's when that one is, which is the earliest: its own time is not fixed.</summary>
    public required DateTime DueTime { get; init; }

    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The trigger.</summary>
    public required string TriggerName { get; init; }

    /// <summary>When the trigger starts the network, as it was written.</summary>
    public required string Schedule { get; init; }

    /// <summary>The IANA zone whose clock the schedule means.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The business date by the trigger's calendar; null without one.</summary>
    public DateTime? BusinessDate { get; init; }

    /// <summary>Whether the run will start.</summary>
    public JobForecastStatus Status { get; init; }

    /// <summary>What is particular about it.</summary>
    public string? Note { get; init; }

    /// <summary>The network after whose run it comes; null for one that has a time.</summary>
    public string? After { get; init; }

    /// <summary>The name that the run will have.</summary>
    public string? ExecutionName { get; init; }

    /// <summary>When it is due, as an instant.</summary>
    internal DateTimeOffset Instant { get; init; }
}
