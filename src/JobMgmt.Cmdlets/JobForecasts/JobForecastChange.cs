namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>A planned run that a change of a calendar moves, takes away or adds.</summary>
public sealed class JobForecastChange
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The trigger.</summary>
    public required string TriggerName { get; init; }

    /// <summary>When the run was due, in local time; null for one that is added.</summary>
    public DateTime? DueTime { get; init; }

    /// <summary>When it is due now, in local time; null for one that is taken away, or that one run does the work of with another.</summary>
    public DateTime? NewDueTime { get; init; }

    /// <summary>Why it is due then, by the calendar.</summary>
    public string? Note { get; init; }
}
