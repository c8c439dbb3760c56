using System.Text;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Schedules.ICalendar;

/// <summary>
/// A calendar as the iCalendar text of an SSM Change Calendar: open by default, with an event over each stretch of closed business days, from its beginning to its end by the calendar's clock.
/// </summary>
public static class ChangeCalendarWriter
{
    private const int MaxLine = 75; // bytes, RFC 5545

    /// <summary>The text.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="first">The first day that it tells; the past only takes room.</param>
    /// <param name="version">The calendar's version. A document takes no content that it has had before, and a calendar may become again what it was.</param>
    public static string Write(JobCalendar calendar, DateTime first, long version)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);
        var stamp = Time(new DateTimeOffset(calendar.FirstDate, TimeSpan.Zero));
        Line("BEGIN:VCALENDAR");
        Line("PRODID:-//JobMgmt//JobCalendar//EN");
        Line("VERSION:2.0");
        Line("X-CALENDAR-TYPE:DEFAULT_OPEN");
        Line(FormattableString.Invariant($"X-JOBMGMT-VERSION:{version}"));
        Line("X-WR-CALDESC:" + Escape(calendar.Description ?? calendar.Name));
        foreach (var (start, end) in Closed(calendar, first))
        {
            var reasons = Enumerable.Range(0, (end - start).Days).Select(i => calendar.ClosedBy(start.AddDays(i))).Distinct();
            Line("BEGIN:VEVENT");
            Line(FormattableString.Invariant($"UID:{start:yyyyMMdd}@{calendar.Name}"));
            Line("DTSTAMP:" + stamp);
            Line("SUMMARY:" + Escape(string.Join(", ", reasons)));
            Line("DTSTART:" + Time(Begin(calendar, start)));
            Line("DTEND:" + Time(Begin(calendar, end)));
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static IEnumerable<(DateTime Start, DateTime End)> Closed(JobCalendar calendar, DateTime first)
    {
        DateTime? start = null;
        for (var day = first < calendar.FirstDate ? calendar.FirstDate : first.Date; day <= calendar.LastDate; day = day.AddDays(1))
        {
            if (calendar.IsOpen(day))
            {
                if (start is { } begun)
                {
                    yield return (begun, day);
                }

                start = null;
            }
            else
            {
                start ??= day;
            }
        }

        if (start is { } last)
        {
            yield return (last, calendar.LastDate.AddDays(1));
        }
    }

    private static DateTimeOffset Begin(JobCalendar calendar, DateTime day) => WallClock.InstantAtOrAfter(day + calendar.DayStart, calendar.Zone());

    private static string Time(DateTimeOffset instant) => FormattableString.Invariant($"{instant.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\\n").Replace("\n", "\\n");

    private static void Fold(StringBuilder text, string line)
    {
        var bytes = 0;
        for (var i = 0; i < line.Length; i += char.IsSurrogatePair(line, i) ? 2 : 1)
        {
            var character = line.Substring(i, char.IsSurrogatePair(line, i) ? 2 : 1);
            var size = Encoding.UTF8.GetByteCount(character);
            if (bytes + size > MaxLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(character);
            bytes += size;
        }

        text.Append("\r\n");
    }
}
