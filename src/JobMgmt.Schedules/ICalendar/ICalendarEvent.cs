using System.Globalization;

namespace JobMgmt.Schedules.ICalendar;

/// <summary>An event as it is read: what is known of a VEVENT so far.</summary>
internal sealed class ICalendarEvent(int line)
{
    private readonly List<DateTime> _extra = new();
    private readonly HashSet<DateTime> _without = new();
    private ContentLine? _start;
    private ContentLine? _end;
    private ContentLine? _duration;
    private RecurrenceRule? _rule;

    public string Summary { get; private set; } = "";

    public string Uid { get; private set; } = "";

    public bool IsCancelled { get; private set; }

    /// <summary>The instance of a repeated event that this one stands for; null: it stands for itself.</summary>
    public DateTime? Replaces { get; private set; }

    /// <summary>Its first day, also of one with times.</summary>
    public DateTime Start => ICalendarDay.Parse(StartLine, StartLine.Value);

    /// <summary>Whether it is of whole days.</summary>
    public bool IsAllDay => ICalendarDay.Read(StartLine, StartLine.Value) is not null;

    private ContentLine StartLine => _start ?? throw new ICalendarException("VEVENT", line, "The event has no DTSTART.", "Give its first day, such as DTSTART;VALUE=DATE:20260101.");

    /// <summary>Whether it comes again by a rule, or is an instance of one that does.</summary>
    public bool Repeats => _rule is not null || Replaces is not null;

    public void Add(ContentLine property)
    {
        switch (property.Name)
        {
            case "SUMMARY":
                Summary = property.Text();
                break;
            case "UID":
                Uid = property.Value;
                break;
            case "STATUS":
                IsCancelled = property.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase);
                break;
            case "DTSTART":
                _start = property;
                break;
            case "DTEND":
                _end = property;
                break;
            case "DURATION":
                _duration = property;
                break;
            case "RRULE":
                _rule = new RecurrenceRuleReader(property).Read();
                break;
            case "RDATE":
                _extra.AddRange(Dates(property));
                break;
            case "EXDATE":
                _without.UnionWith(Dates(property));
                break;
            case "RECURRENCE-ID":
                Replaces = ICalendarDay.Parse(property, property.Value);
                break;
        }
    }

    public void Leave(DateTime day) => _without.Add(day);

    /// <summary>Its days, to a last one.</summary>
    public IEnumerable<DateTime> Days(DateTime first, DateTime last)
    {
        var (start, length) = (Start, Length());
        var starts = (_rule?.Starts(start, last) ?? [start]).Concat(_extra).Where(day => day <= last && !_without.Contains(day));
        return starts.SelectMany(day => Enumerable.Range(0, length).Select(i => day.AddDays(i))).Where(day => day >= first && day <= last).Distinct();
    }

    private int Length()
    {
        var days = _end is not null ? (ICalendarDay.Parse(_end, _end.Value) - Start).Days : _duration is not null ? Duration(_duration) : 1;
        return days is >= 0 and <= 3660 ? Math.Max(days, 1) : throw (_end ?? _duration)!.Fault("The event ends before it begins, or takes more than ten years.", "DTEND is the day after the last one.");
    }

    private static int Duration(ContentLine line)
    {
        var text = line.Value.Trim().TrimStart('+').ToUpperInvariant();
        var isDays = text.Length > 2 && text[0] == 'P' && text[text.Length - 1] is 'D' or 'W';
        return isDays && int.TryParse(text.Substring(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 3660
            ? count * (text[text.Length - 1] == 'W' ? 7 : 1)
            : throw line.Fault($"'{line.Value}' is no number of days.", "An event of whole days takes days or weeks, such as P2D or P1W.");
    }

    private static IEnumerable<DateTime> Dates(ContentLine line) => line.Value.Split(',').Select(value => ICalendarDay.Parse(line, value.Trim().Split('/')[0]));
}
