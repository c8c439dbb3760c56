using System.Globalization;

namespace JobMgmt.Schedules.Calendars;

/// <summary>Decides whether a trigger runs on a business day. The machine that its schedule starts decides the same, in JSONata; tests hold the two together.</summary>
public static class CalendarGate
{
    /// <summary>The decision for a business date.</summary>
    /// <exception cref="CalendarException">The calendar does not tell the days that it takes.</exception>
    public static GateDecision Decide(JobCalendar calendar, DayRule rule, DateTime date)
    {
        var day = date.Date;
        if (!calendar.IsOpen(day))
        {
            return new GateDecision(false, day, $"closed: {calendar.ClosedBy(day)}");
        }

        var reason = rule.BusinessDays is { } numbers ? ByNumber(calendar, rule, numbers, day) : ByDue(calendar, rule, day);
        return new GateDecision(reason is not null, day, reason ?? "not due");
    }

    /// <summary>The decision for an instant: that for the business date to which it belongs.</summary>
    /// <exception cref="CalendarException">The calendar does not tell the days that it takes.</exception>
    public static GateDecision Decide(JobCalendar calendar, DayRule rule, DateTimeOffset due) => Decide(calendar, rule, calendar.BusinessDateOf(due));

    private static string? ByNumber(JobCalendar calendar, DayRule rule, IReadOnlyList<int> numbers, DateTime day)
    {
        if (!rule.Due.HasMonth(day))
        {
            return null;
        }

        var (fromStart, fromEnd) = (calendar.BusinessDayOfMonth(day)!.Value, calendar.BusinessDayFromEnd(day)!.Value);
        return numbers.Contains(fromStart) ? Named(fromStart) : numbers.Contains(fromEnd) ? Named(fromEnd) : null;

        string Named(int number) => FormattableString.Invariant($"business day {number} of {day:yyyy-MM}");
    }

    private static string? ByDue(JobCalendar calendar, DayRule rule, DateTime day)
    {
        var first = rule.Shift == CalendarShift.Next ? calendar.PreviousOpen(day).AddDays(1) : day;
        var last = rule.Shift == CalendarShift.Previous ? calendar.NextOpen(day).AddDays(-1) : day;
        var due = Enumerable.Range(0, (last - first).Days + 1).Select(i => first.AddDays(i)).Where(rule.Due.Has).ToArray();
        var moved = due.Where(one => one != day).Select(one => $"{one.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({calendar.ClosedBy(one)})").ToArray();
        return due.Length == 0 ? null
            : moved.Length == 0 ? "due"
            : $"{(due.Length > moved.Length ? "due, and moved" : "moved")} from {string.Join(", ", moved)}";
    }
}
