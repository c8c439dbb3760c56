using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>A trigger of a network on the target.</summary>
public sealed class DeployedJobTrigger
{
    // Not public: PowerShell would make one of any object with a name.
    internal DeployedJobTrigger()
    {
    }

    /// <summary>The network that it starts.</summary>
    public required string NetworkName { get; init; }

    /// <summary>Its name, unique in the network.</summary>
    public required string Name { get; init; }

    /// <summary>What starts the network, as it was written: a time, a place for files, an event pattern, another network.</summary>
    public required string Schedule { get; init; }

    /// <summary>The IANA zone whose clock the schedule means; null for a trigger that waits for events.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it is on.</summary>
    public bool Enabled { get; init; }

    /// <summary>When it is due next, in local time; null where it is off, never due again, or waits for events.</summary>
    public DateTime? NextDueTime { get; init; }

    /// <summary>The calendar that chooses among its days; null without one.</summary>
    public string? Calendar => Definition.Calendar;

    /// <summary>The time of day by which a run is to have begun; null for none.</summary>
    public string? StartBy => Definition.StartBy;

    /// <summary>Worker tags of its runs.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>What its runs are given, by name.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Everything that it was made from.</summary>
    public required JobTrigger Definition { get; init; }

    /// <summary>When it was made, in local time. Without a StartDate a rate counts from then. Null for a trigger that waits for events.</summary>
    public DateTime? CreationTime { get; init; }

    /// <summary>The schedules of EventBridge Scheduler that it consists of.</summary>
    public string[] ScheduleName { get; init; } = [];

    /// <summary>The rule of the default event bus that it is, where it waits for events.</summary>
    public string? RuleName { get; init; }

    /// <summary>What there is to do for it; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The instants at which its schedules mend daylight saving.</summary>
    internal HashSet<DateTimeOffset> Mends { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName}/{Name}";
}
