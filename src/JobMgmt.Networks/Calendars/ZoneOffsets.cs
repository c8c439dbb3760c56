namespace JobMgmt.Networks.Calendars;

/// <summary>A zone's offsets over a time: JSONata knows no time zones, so a stored calendar carries them.</summary>
internal static class ZoneOffsets
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(6); // no zone changes its clock there and back within it

    /// <summary>The offset from the beginning on, and each change of it after that: the first minute, and the offset in minutes.</summary>
    internal static IEnumerable<(DateTime From, int Minutes)> Of(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        var offset = zone.GetUtcOffset(from);
        yield return (from, (int)offset.TotalMinutes);
        for (var at = from; at < to; at += Step)
        {
            var later = zone.GetUtcOffset(at + Step);
            if (later != offset)
            {
                yield return (FirstMinute(zone, at, at + Step), (int)later.TotalMinutes);
                offset = later;
            }
        }
    }

    private static DateTime FirstMinute(TimeZoneInfo zone, DateTime before, DateTime after)
    {
        var offset = zone.GetUtcOffset(after);
        while (after - before > TimeSpan.FromMinutes(1))
        {
            var middle = before.AddMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == offset ? (before, middle) : (middle, after);
        }

        return after;
    }
}
