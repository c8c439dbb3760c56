using JobMgmt.Schedules.DaylightSaving;

namespace JobMgmt.Networks.Calendars;

/// <summary>A zone's offsets over a time: JSONata knows no time zones, so a stored calendar carries them.</summary>
internal static class ZoneOffsets
{
    /// <summary>The offset from the beginning on, and each change of it after that: the first instant in UTC, and the offset in minutes.</summary>
    internal static IEnumerable<(DateTime From, int Minutes)> Of(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        yield return (from, (int)zone.GetUtcOffset(from).TotalMinutes);
        foreach (var change in ZoneChanges.Between(zone, new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(to, TimeSpan.Zero)))
        {
            yield return (change.Instant.UtcDateTime, (int)change.After.TotalMinutes);
        }
    }
}
