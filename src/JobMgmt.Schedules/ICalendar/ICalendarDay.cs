using System.Globalization;

namespace JobMgmt.Schedules.ICalendar;

/// <summary>Reads DATE values.</summary>
internal static class ICalendarDay
{
    /// <summary>The date that a value is; null of one with a time.</summary>
    /// <exception cref="ICalendarException">It is neither.</exception>
    public static DateTime? Read(ContentLine line, string value) => value.Length > 8 && value[8] is 'T' or 't' ? null : Parse(line, value);

    /// <summary>The date of a value, whatever its time.</summary>
    /// <exception cref="ICalendarException">It has none.</exception>
    public static DateTime Parse(ContentLine line, string value) =>
        DateTime.TryParseExact(value.Length > 8 ? value.Substring(0, 8) : value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw line.Fault($"'{value}' is no date.", "Write it as YYYYMMDD, such as 20260101.");
}
