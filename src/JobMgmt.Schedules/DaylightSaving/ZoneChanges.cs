namespace JobMgmt.Schedules.DaylightSaving;

/// <summary>The changes of a zone's clock, found by asking for offsets of instants alone: that is what all time zone data agree on.</summary>
public static class ZoneChanges
{
    private const long Step = TimeSpan.TicksPerDay;

    /// <summary>The changes after an instant, until another one (inclusive), in their order.</summary>
    public static IEnumerable<ZoneChange> Between(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime)
        {
            yield break;
        }

        for (var ticks = from.UtcTicks; ticks < until.UtcTicks;)
        {
            var next = Math.Min(ticks + Step, until.UtcTicks);
            if (Offset(zone, ticks) != Offset(zone, next))
            {
                next = First(zone, ticks, next);
                yield return new ZoneChange(new DateTimeOffset(next, TimeSpan.Zero), Offset(zone, next - TimeSpan.TicksPerSecond), Offset(zone, next));
            }

            ticks = next;
        }
    }

    // to the second, as time zone data has them
    private static long First(TimeZoneInfo zone, long before, long after)
    {
        var offset = Offset(zone, before);
        while (after - before > TimeSpan.TicksPerSecond)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = Offset(zone, middle) == offset ? (middle, after) : (before, middle);
        }

        return after - (after % TimeSpan.TicksPerSecond);
    }

    private static TimeSpan Offset(TimeZoneInfo zone, long ticks) => zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc));
}
