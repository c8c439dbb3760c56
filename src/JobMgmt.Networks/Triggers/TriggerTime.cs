using System.Globalization;
using JobMgmt.Schedules;

namespace JobMgmt.Networks.Triggers;

/// <summary>Times of triggers as text: what the zone's clock shows.</summary>
public static class TriggerTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>A time as text.</summary>
    public static string Write(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The time that a text says; null where it is none.</summary>
    public static DateTime? Read(string text) => DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The time of day that a text says: <c>02:00</c>; null where it is none.</summary>
    public static TimeSpan? ReadTimeOfDay(string text) => DateTime.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.TimeOfDay : null;

    /// <summary>The instant at which a zone's clock shows a time; null for none.</summary>
    /// <exception cref="ScheduleSyntaxException">The text is no time.</exception>
    internal static DateTimeOffset? Instant(string? text, TimeZoneInfo zone) =>
        text is null ? null : ScheduleExpression.Parse($"at({text})").Next(DateTimeOffset.MinValue, zone, DateTimeOffset.MinValue);
}
