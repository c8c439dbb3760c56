using System.Globalization;

namespace JobMgmt.Schedules.Tests.Expressions;

/// <summary>The times of an expression, in order.</summary>
internal static class Firings
{
    public static IEnumerable<DateTimeOffset> Of(ScheduleExpression expression, DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset? origin = null)
    {
        for (var next = expression.Next(after, zone, origin ?? after); next is { } at; next = expression.Next(at, zone, origin ?? after))
        {
            yield return at;
        }
    }

    public static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
