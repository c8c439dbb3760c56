namespace JobMgmt.Schedules.ICalendar;

/// <summary>
/// The days of an iCalendar text (RFC 5545): its events of whole days, with those that repeat. Events with times are of no day as a whole; they are told, not taken.
/// </summary>
public sealed class ICalendarFile
{
    private readonly List<ICalendarEvent> _events;

    private ICalendarFile(List<ICalendarEvent> events) => _events = events;

    /// <summary>The events with times, which are not taken: <c>2026-05-01 meeting</c>.</summary>
    public IReadOnlyList<string> Timed => _events.Where(one => !one.IsAllDay).Select(one => FormattableString.Invariant($"{one.Start:yyyy-MM-dd} {one.Summary}").Trim()).ToArray();

    /// <summary>The last day of its events of whole days that don't repeat, until which it has been kept; null: it has none of these.</summary>
    public DateTime? LastSingleDay => _events.Where(one => one.IsAllDay && !one.Repeats).SelectMany(one => one.Days(DateTime.MinValue, DateTime.MaxValue)).Select(day => (DateTime?)day).Max();

    /// <summary>Reads a text.</summary>
    /// <exception cref="ICalendarException">It is no iCalendar, or has what is not understood.</exception>
    public static ICalendarFile Parse(string text)
    {
        var events = new List<ICalendarEvent>();
        var open = new Stack<ContentLine>();
        var isCalendar = false;
        foreach (var line in ContentLine.Read(text))
        {
            var component = line.Value.Trim().ToUpperInvariant();
            switch (line.Name)
            {
                case "BEGIN":
                    if (open.Count == 0 && component != "VCALENDAR")
                    {
                        throw NoCalendar(line.Number);
                    }

                    isCalendar = true;
                    open.Push(line);
                    if (component == "VEVENT")
                    {
                        events.Add(new ICalendarEvent(line.Number));
                    }

                    break;
                case "END":
                    if (open.Count == 0 || !open.Peek().Value.Trim().Equals(component, StringComparison.OrdinalIgnoreCase))
                    {
                        throw line.Fault($"{component} ends here, which has not begun.", "Each BEGIN has its END, one within the other.");
                    }

                    open.Pop();
                    break;
                default:
                    if (open.Count == 0)
                    {
                        throw NoCalendar(line.Number);
                    }

                    if (open.Peek().Value.Trim().Equals("VEVENT", StringComparison.OrdinalIgnoreCase))
                    {
                        events[events.Count - 1].Add(line);
                    }

                    break;
            }
        }

        return open.Count > 0 ? throw open.Peek().Fault($"{open.Peek().Value.Trim()} has no END.", "The file may have been cut: fetch it again.")
            : !isCalendar ? throw NoCalendar(1)
            : new ICalendarFile(Settle(events));
    }

    /// <summary>The days from one to another, in order, each with the summary of its events.</summary>
    public IReadOnlyList<(DateTime Date, string Summary)> Days(DateTime first, DateTime last) => _events.Where(one => one.IsAllDay)
        .SelectMany(one => one.Days(first, last).Select(day => (Date: day, one.Summary)))
        .GroupBy(pair => pair.Date).OrderBy(day => day.Key)
        .Select(day => (day.Key, string.Join(", ", day.Select(pair => pair.Summary).Where(summary => summary.Length > 0).Distinct()))).ToArray();

    /// <summary>An event that stands for an instance of a repeated one takes that one's place.</summary>
    private static List<ICalendarEvent> Settle(List<ICalendarEvent> events)
    {
        foreach (var instance in events.Where(one => one.Replaces is not null))
        {
            foreach (var repeated in events.Where(one => one.Replaces is null && one.Uid == instance.Uid))
            {
                repeated.Leave(instance.Replaces!.Value);
            }
        }

        foreach (var one in events)
        {
            _ = one.Start; // so that an event without one is told now
        }

        return events.FindAll(one => !one.IsCancelled);
    }

    private static ICalendarException NoCalendar(int line) => new("", line, "This is no iCalendar file.", "It begins with BEGIN:VCALENDAR and ends with END:VCALENDAR.");
}
