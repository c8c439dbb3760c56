namespace JobMgmt.Schedules;

/// <summary>What a zone's clock shows, as instants. It asks the zone for offsets of instants alone: that is what all its data agree on.</summary>
internal static class WallClock
{
    private static readonly TimeSpan _around = TimeSpan.FromHours(36); // beyond any clock's change, of which the largest left out a whole day

    /// <summary>The clock's reading at an instant.</summary>
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => DateTime.SpecifyKind(instant.UtcDateTime + zone.GetUtcOffset(instant.UtcDateTime), DateTimeKind.Unspecified);

    /// <summary>The first instant at which the clock shows a time; null where it is set past it.</summary>
    public static DateTimeOffset? FirstInstant(DateTime time, TimeZoneInfo zone)
    {
        var (before, after) = Offsets(time, zone);
        return Shows(time, before, zone) ? Instant(time, before)
            : Shows(time, after, zone) ? Instant(time, after)
            : null;
    }

    /// <summary>As the other, but a time that the clock is set past is as much later as the clock jumps.</summary>
    public static DateTimeOffset InstantAtOrAfter(DateTime time, TimeZoneInfo zone) => FirstInstant(time, zone) ?? Instant(time, Offsets(time, zone).Before);

    /// <summary>The offsets before and after a change of the clock, where one is near. The one before gives the earlier instant where the clock is set back.</summary>
    private static (TimeSpan Before, TimeSpan After) Offsets(DateTime time, TimeZoneInfo zone) => (OffsetAround(time, -_around, zone), OffsetAround(time, _around, zone));

    private static TimeSpan OffsetAround(DateTime time, TimeSpan distance, TimeZoneInfo zone)
    {
        var ticks = Math.Min(Math.Max(time.Ticks + distance.Ticks, DateTime.MinValue.Ticks), DateTime.MaxValue.Ticks);
        return zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc));
    }

    private static bool Shows(DateTime time, TimeSpan offset, TimeZoneInfo zone) => zone.GetUtcOffset(Instant(time, offset).UtcDateTime) == offset;

    private static DateTimeOffset Instant(DateTime time, TimeSpan offset)
    {
        var ticks = Math.Min(Math.Max(time.Ticks - offset.Ticks, DateTime.MinValue.Ticks), DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
