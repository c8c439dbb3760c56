using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Triggers;

/// <summary>One schedule of EventBridge Scheduler that a trigger needs; it starts StartNetwork.</summary>
/// <param name="Name">Its name, unique in the stack's group.</param>
/// <param name="Expression"><c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>.</param>
/// <param name="TimeZone">The IANA zone whose clock the expression means.</param>
/// <param name="Input">What StartNetwork is given.</param>
public sealed record TriggerSchedule(string Name, string Expression, string TimeZone, JsonObject Input)
{
    /// <summary>No start is earlier; null where that is now, for the trigger in <see cref="Input"/> keeps the date that was given.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No start is later.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>The flexible time window in minutes; null: off.</summary>
    public int? FlexibleMinutes { get; init; }
}
