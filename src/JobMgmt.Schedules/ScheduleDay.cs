namespace JobMgmt.Schedules;

/// <summary>A day as a zone's clock shows it, which may begin later than at midnight.</summary>
public static class ScheduleDay
{
    /// <summary>When the day begins and when the next one does. A time that the clock is set past is as much later as the clock jumps.</summary>
    /// <param name="date">The day; its time is passed over.</param>
    /// <param name="start">How long after midnight it begins.</param>
    /// <param name="zone">The zone.</param>
    public static (DateTimeOffset From, DateTimeOffset Until) Of(DateTime date, TimeSpan start, TimeZoneInfo zone) =>
        (Instant(date.Date + start, zone), Instant(date.Date.AddDays(1) + start, zone));

    /// <summary>The instant at which the clock shows a time; the first where it does so twice.</summary>
    public static DateTimeOffset Instant(DateTime time, TimeZoneInfo zone) => WallClock.InstantAtOrAfter(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), zone);
}
