namespace JobMgmt.Schedules.DaylightSaving;

/// <summary>
/// What EventBridge Scheduler passes over when a zone's clock is set: a cron's time that the clock leaves out is not due at all, and one that it shows twice is due the first time only
/// (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time).
/// </summary>
public static class ClockChangeTimes
{
    /// <summary>The times of a cron that a change of the clock leaves out.</summary>
    public static IReadOnlyList<DateTime> LeftOut(CronExpression cron, ZoneChange change) => change.IsGap ? Times(cron, change).ToArray() : Array.Empty<DateTime>();

    /// <summary>The instants at which the clock shows a cron's times again.</summary>
    public static IReadOnlyList<DateTimeOffset> Again(CronExpression cron, ZoneChange change) => change.IsGap ? Array.Empty<DateTimeOffset>()
        : Times(cron, change).Select(time => new DateTimeOffset(time, change.After).ToUniversalTime()).ToArray();

    private static IEnumerable<DateTime> Times(CronExpression cron, ZoneChange change) => cron.Times(change.From.AddMinutes(-1)).TakeWhile(time => time < change.Until);
}
