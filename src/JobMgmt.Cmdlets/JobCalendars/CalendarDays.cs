using System.Collections;
using System.Globalization;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>
/// What -Closed, -Open and -Date take: dates (<c>2026-12-31</c>, or of type DateTime), stretches of them (<c>2026-12-29..2027-01-03</c>), dates with reasons (a hashtable, or objects with Date and Reason,
/// such as rows of a CSV file), and weekdays where these make sense.
/// </summary>
internal sealed class CalendarDays
{
    private const string Form = "yyyy-MM-dd";
    private const int MostDays = 3660;
    private readonly List<CalendarDate> _dates = [];
    private readonly List<DayOfWeek> _weekdays = [];

    private CalendarDays()
    {
    }

    /// <summary>The dates.</summary>
    public IReadOnlyList<CalendarDate> Dates => _dates;

    /// <summary>The weekdays.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays => _weekdays;

    /// <summary>Reads a parameter's items.</summary>
    /// <param name="parameter">The parameter, for messages.</param>
    /// <param name="items">The items; null: none.</param>
    /// <param name="isOpen">Whether the dates are open.</param>
    /// <param name="reason">The reason of dates that bring none.</param>
    /// <param name="takesWeekdays">Whether an item may be a weekday.</param>
    /// <exception cref="CmdletFailure">An item is none of these.</exception>
    public static CalendarDays Read(string parameter, object[]? items, bool isOpen, string reason = "", bool takesWeekdays = false)
    {
        var days = new CalendarDays();
        for (int i = 0; i < items?.Length; i++)
        {
            days.Add(items[i], isOpen, reason, takesWeekdays, fault => throw new CmdletFailure(JobCalendarErrors.CalendarDateInvalid(parameter, i + 1, fault, takesWeekdays)));
        }

        return days;
    }

    private void Add(object item, bool isOpen, string reason, bool takesWeekdays, Action<string> fail)
    {
        object value = item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item;
        switch (value)
        {
            case DateTime date:
                _dates.Add(new CalendarDate(date.Date, isOpen, reason));
                break;
            case DayOfWeek weekday when takesWeekdays:
                _weekdays.Add(weekday);
                break;
            case JobCalendarDate day:
                _dates.Add(new CalendarDate(day.Date, isOpen, reason.Length > 0 || !day.Listed ? reason : day.Reason));
                break;
            case CalendarDate day:
                _dates.Add(new CalendarDate(day.Date, isOpen, reason.Length > 0 ? reason : day.Reason));
                break;
            case object[] many:
                foreach (object one in many)
                {
                    Add(one, isOpen, reason, takesWeekdays, fail);
                }

                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    AddText(entry.Key is DateTime date ? date.ToString(Form, CultureInfo.InvariantCulture) : $"{entry.Key}", isOpen, $"{entry.Value}", takesWeekdays: false, fail);
                }

                break;
            case PSObject { Properties: { } properties } when properties["Date"] is { Value: { } date }:
                Add(date, isOpen, properties["Reason"]?.Value is { } given && $"{given}".Length > 0 ? $"{given}" : reason, takesWeekdays: false, fail);
                break;
            default:
                AddText($"{value}", isOpen, reason, takesWeekdays, fail);
                break;
        }
    }

    private void AddText(string text, bool isOpen, string reason, bool takesWeekdays, Action<string> fail)
    {
        string[] ends = text.Trim().Split([".."], StringSplitOptions.None);
        if (takesWeekdays && Weekday(text.Trim()) is { } weekday)
        {
            _weekdays.Add(weekday);
        }
        else if (ends.Length > 2 || !TryParse(ends[0], out DateTime first) || !TryParse(ends[ends.Length - 1], out DateTime last))
        {
            fail($"'{text}' is no date{(takesWeekdays ? ", nor a weekday" : "")}.");
        }
        else if (last < first || (last - first).Days > MostDays)
        {
            fail($"'{text}' {(last < first ? "runs backwards" : "is longer than ten years")}.");
        }
        else
        {
            _dates.AddRange(Enumerable.Range(0, (last - first).Days + 1).Select(i => new CalendarDate(first.AddDays(i), isOpen, reason)));
        }
    }

    private static bool TryParse(string text, out DateTime date) => DateTime.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static DayOfWeek? Weekday(string text)
    {
        DayOfWeek[] found = text.Length < 3 ? [] : Enum.GetValues(typeof(DayOfWeek)).Cast<DayOfWeek>()
            .Where(day => day.ToString().Equals(text, StringComparison.OrdinalIgnoreCase) || JobCalendar.WeekdayName(day).Equals(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
