using System.Globalization;
using JobMgmt.Schedules;
using JobMgmt.Schedules.DaylightSaving;

namespace JobMgmt.Networks.Compilation;

/// <summary>Times of day in a zone, as expressions that give the next such instant after the run's start. The zone's offsets are written out: no expression of Step Functions knows any zone.</summary>
internal static class DeadlineTime
{
    // Fixed, so that the same network always gives the same definition.
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Formats = { "hh\\:mm", "hh\\:mm\\:ss" };

    /// <summary>The time of day that a text says; null where it is none.</summary>
    internal static TimeSpan? Read(string text) => TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out var time) ? time : null;

    /// <summary>The next instant at which the zone's clock shows a time, in ISO 8601: as Schedules' WallClock finds it, from the offsets a day and a half before and after.</summary>
    internal static string Next(string time, string? zone)
    {
        var offsets = string.Join(", ", Offsets(zone is null ? TimeZoneInfo.Utc : ScheduleZone.Find(zone)!).Select(offset =>
            string.Format(CultureInfo.InvariantCulture, "{{\"t\": {0}, \"m\": {1}}}", offset.Instant, offset.Minutes)));
        return string.Format(
            CultureInfo.InvariantCulture,
            "($start := $toMillis($states.context.Execution.StartTime); $offsets := [{0}]; $offset := function($at) {{ $offsets[t <= $at][-1].m * 60000 }}; "
            + "$day := $floor(($start + $offset($start)) / 86400000); $fromMillis(([0..2].($wall := ($day + $) * 86400000 + {1}; "
            + "$before := $offset($wall - 129600000); $after := $offset($wall + 129600000); $first := $wall - $before; "
            + "$offset($first) = $before ? $first : $offset($wall - $after) = $after ? $wall - $after : $first))[$ > $start][0]))",
            offsets,
            (long)Read(time)!.Value.TotalMilliseconds);
    }

    private static IEnumerable<(long Instant, int Minutes)> Offsets(TimeZoneInfo zone)
    {
        yield return (0, (int)zone.GetUtcOffset(First).TotalMinutes);
        foreach (var change in ZoneChanges.Between(zone, First, Last))
        {
            yield return (change.Instant.ToUnixTimeMilliseconds(), (int)change.After.TotalMinutes);
        }
    }
}
