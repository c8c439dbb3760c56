using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>
/// What starts a network: a time (<see cref="Cron"/>, <see cref="Rate"/> or <see cref="At"/>, kept by EventBridge Scheduler), or an event (<see cref="EventPattern"/>, <see cref="OnFile"/>,
/// <see cref="OnPath"/> or <see cref="After"/>, a rule of the default event bus). Exactly one is set.
/// </summary>
public sealed record JobTrigger
{
    /// <summary>The name, unique in its network: 1 to 32 of A-Z a-z 0-9 _ -.</summary>
    public string Name { get; init; } = "";

    /// <summary>Five fields as crontab(5) has them, or the six of AWS, with or without its <c>cron(…)</c>.</summary>
    public string? Cron { get; init; }

    /// <summary>A number and a unit: <c>15 minutes</c>. A day is 24 hours.</summary>
    public string? Rate { get; init; }

    /// <summary>Once, by the zone's clock: <c>2026-12-31T23:30:00</c>.</summary>
    public string? At { get; init; }

    /// <summary>The pattern of the events on the default bus, as JSON text.</summary>
    public string? EventPattern { get; init; }

    /// <summary>Files that arrive in S3: <c>s3://bucket/prefix</c>, or with <c>*</c> in the key: <c>s3://bucket/in/*.csv</c>.</summary>
    public string? OnFile { get; init; }

    /// <summary>Files that arrive on the local runtime's machine: a folder, <c>/data/in/</c>, or with <c>*</c> in the file's name: <c>/data/in/*.csv</c>.</summary>
    public string? OnPath { get; init; }

    /// <summary>The network whose end starts this one, for the same due time and business date.</summary>
    public string? After { get; init; }

    /// <summary>With <see cref="After"/>: which ends.</summary>
    public TriggerOnlyIf OnlyIf { get; init; }

    /// <summary>Whether it is a time that starts the network.</summary>
    public bool IsTime => Cron is not null || Rate is not null || At is not null;

    /// <summary>The IANA zone whose clock the times mean.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>No start is earlier, by the zone's clock: <c>2026-12-01T00:00:00</c>.</summary>
    public string? StartDate { get; init; }

    /// <summary>No start is later, by the zone's clock.</summary>
    public string? EndDate { get; init; }

    /// <summary>How long after its time a start may come, in seconds, whole minutes: Scheduler spreads starts over it. Null: at its time.</summary>
    public int? FlexibleWindow { get; init; }

    /// <summary>What becomes of a time that daylight saving leaves out.</summary>
    public TriggerGap OnGap { get; init; }

    /// <summary>What becomes of a time that daylight saving repeats.</summary>
    public TriggerRepeat OnRepeat { get; init; }

    /// <summary>The calendar that says which of the cron's days are business days; null: all are.</summary>
    public string? Calendar { get; init; }

    /// <summary>With <see cref="Calendar"/>: what becomes of a due day that is closed.</summary>
    public CalendarShift Shift { get; init; }

    /// <summary>With <see cref="Calendar"/>: business days of the month by number, in place of days that the cron names: 1 is the first, -1 the last, -4 the one three before the last. Null: the cron's days.</summary>
    public IReadOnlyList<int>? BusinessDay { get; init; }

    /// <summary>The time of day, <c>02:00</c> by the zone's clock, by which a run of the network is to have begun on each of the trigger's days (of an event: each day that its calendar opens). Null: none.</summary>
    public string? StartBy { get; init; }

    /// <summary>Worker tags of the runs; null: the network's own.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>What the runs are given, by name. With an event, a value such as <c>$.detail.object.key</c> is taken from it.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>Whether it is off.</summary>
    public bool Disabled { get; init; }

    /// <summary>How often Scheduler tries again to start at most; null: 185 times.</summary>
    public int? RetryAttempts { get; init; }

    /// <summary>How long after its time Scheduler still tries, in seconds; null: a day.</summary>
    public int? RetryAge { get; init; }

    /// <summary>The ARN of the SQS queue that gets starts which Scheduler has given up; null: none.</summary>
    public string? DeadLetterQueue { get; init; }

    /// <summary>What it is for, in the user's words.</summary>
    public string? Description { get; init; }

    /// <summary>The trigger's name.</summary>
    public override string ToString() => Name;
}
