using System.Globalization;

namespace JobMgmt.Schedules.Calendars;

/// <summary>
/// Which business dates are open. A date is open by its weekday, unless it is listed. It tells the days of some years only: beyond them nobody has said what is closed.
/// </summary>
public sealed record JobCalendar
{
    /// <summary>The greatest length of a name.</summary>
    public const int MaxName = 64;

    private static readonly string[] Weekdays = { "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT" };
    private readonly Dictionary<DateTime, CalendarDate> _listed = new();
    private readonly IReadOnlyList<CalendarDate> _dates = Array.Empty<CalendarDate>();

    /// <summary>The name: 1 to 64 of A-Z a-z 0-9 . _ -</summary>
    public required string Name { get; init; }

    /// <summary>The IANA time zone in which days begin and end.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>When a business day begins by the clock: at 06:00, what is due at 02:00 belongs to the day before.</summary>
    public TimeSpan DayStart { get; init; }

    /// <summary>The weekdays that are open.</summary>
    public IReadOnlyList<DayOfWeek> OpenWeekdays { get; init; } =
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday };

    /// <summary>The dates that are listed, each once and in order; of two entries for a date the later one counts.</summary>
    public IReadOnlyList<CalendarDate> Dates
    {
        get => _dates;
        init
        {
            _listed = new Dictionary<DateTime, CalendarDate>();
            foreach (var entry in value)
            {
                _listed[entry.Date.Date] = entry;
            }

            _dates = _listed.Values.OrderBy(entry => entry.Date).ToArray();
        }
    }

    /// <summary>What the calendar is for.</summary>
    public string? Description { get; init; }

    /// <summary>The first year whose days it tells.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last year whose days it tells.</summary>
    public required int LastYear { get; init; }

    /// <summary>The first day that it tells.</summary>
    public DateTime FirstDate => new(FirstYear, 1, 1);

    /// <summary>The last day that it tells.</summary>
    public DateTime LastDate => new(LastYear, 12, 31);

    /// <summary>Until when closed dates were listed that don't come again every year: other dates of later years are no sign that somebody has looked for them. Null: nobody said.</summary>
    public DateTime? ListedUntil { get; init; }

    /// <summary>The last date that is listed as closed, save what comes again every year: holidays are known until then at most. Null: none is listed.</summary>
    public DateTime? LastListed => ListedUntil ?? _dates.LastOrDefault(entry => !entry.IsOpen)?.Date;

    /// <summary>Whether a date is of a year for which nobody has listed a closed day, though somebody has for earlier ones.</summary>
    public bool IsBeyondListed(DateTime date) => LastListed is { } last && date.Year > last.Year;

    /// <summary>As it is when dates are added, of which a list reaches until a date.</summary>
    /// <param name="dates">The dates; of two entries for a date the later one counts.</param>
    /// <param name="until">The last one that does not come again every year; null: there is none.</param>
    public JobCalendar With(IEnumerable<CalendarDate> dates, DateTime? until) =>
        this with { Dates = Dates.Concat(dates).ToArray(), ListedUntil = until is null || ListedUntil > until ? ListedUntil : until };

    /// <summary>How weekdays are called in crons and reasons: <c>SUN</c> to <c>SAT</c>.</summary>
    public static string WeekdayName(DayOfWeek weekday) => Weekdays[(int)weekday];

    /// <summary>Tells the years around one: the year before, so that what moved over New Year's is known, and two to come.</summary>
    public JobCalendar Covering(int year) => this with { FirstYear = year - 1, LastYear = year + 2 };

    /// <summary>Whether a business date is open.</summary>
    /// <exception cref="CalendarException">The calendar does not tell that day.</exception>
    public bool IsOpen(DateTime date)
    {
        var day = date.Date;
        return day < FirstDate || day > LastDate ? throw CalendarException.OutOfRange(this, day) : IsOpenAnyYear(day);
    }

    /// <summary>The entry of a date; null where it is not listed.</summary>
    public CalendarDate? Listed(DateTime date) => _listed.TryGetValue(date.Date, out var entry) ? entry : null;

    /// <summary>Why a date is closed: the listed reason, <c>listed</c> where that has none, or the weekday.</summary>
    public string ClosedBy(DateTime date) => Listed(date) is not { IsOpen: false } entry ? WeekdayName(date.DayOfWeek) : entry.Reason.Length > 0 ? entry.Reason : "listed";

    /// <summary>The business date to which an instant belongs.</summary>
    /// <exception cref="CalendarException">There is no such time zone.</exception>
    public DateTime BusinessDateOf(DateTimeOffset instant) => (WallClock.At(instant, Zone()) - DayStart).Date;

    /// <summary>The first open day after a date.</summary>
    /// <exception cref="CalendarException">The calendar tells none.</exception>
    public DateTime NextOpen(DateTime date) => FindOpen(date.Date, 1);

    /// <summary>The last open day before a date.</summary>
    /// <exception cref="CalendarException">The calendar tells none.</exception>
    public DateTime PreviousOpen(DateTime date) => FindOpen(date.Date, -1);

    /// <summary>Which open day of its month a date is, from 1; null where it is closed.</summary>
    /// <exception cref="CalendarException">The calendar does not tell that day.</exception>
    public int? BusinessDayOfMonth(DateTime date) => IsOpen(date) ? CountOpen(new DateTime(date.Year, date.Month, 1), date.Date) : null;

    /// <summary>Which open day it is from the month's end: the last one is -1, the one before it -2; null where it is closed.</summary>
    /// <exception cref="CalendarException">The calendar does not tell that day.</exception>
    public int? BusinessDayFromEnd(DateTime date) =>
        IsOpen(date) ? -CountOpen(date.Date, new DateTime(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month))) : null;

    /// <summary>Open is what this calendar and another one have open, by this one's clock.</summary>
    public JobCalendar MergedWith(JobCalendar other)
    {
        var both = new[] { this, other };
        var weekdays = OpenWeekdays.Where(other.OpenWeekdays.Contains).ToArray();
        var dates = both.SelectMany(calendar => calendar.Dates).Select(entry => entry.Date.Date).Distinct()
            .Select(date => Array.Find(both, calendar => !calendar.IsOpenAnyYear(date)) is { } closing ? closing.Listed(date) : Listed(date) ?? other.Listed(date));
        return this with { OpenWeekdays = weekdays, Dates = dates.OfType<CalendarDate>().ToArray(), ListedUntil = ListedUntil is null || other.ListedUntil < ListedUntil ? other.ListedUntil : ListedUntil };
    }

    /// <summary>Refuses what can't be used.</summary>
    /// <exception cref="CalendarException">A member is not usable.</exception>
    public JobCalendar Check()
    {
        Require(Name.Length is > 0 and <= MaxName && Name.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-'), nameof(Name),
            $"'{Name}' is no name of a calendar. Use 1 to {MaxName} of A-Z a-z 0-9 . _ -");
        Zone();
        Require(DayStart >= TimeSpan.Zero && DayStart < TimeSpan.FromDays(1) && DayStart.Ticks % TimeSpan.TicksPerMinute == 0, nameof(DayStart),
            $"The day of the calendar '{Name}' can't start at {DayStart.ToString("c", CultureInfo.InvariantCulture)}. Give a time of day in whole minutes, 00:00 to 23:59.");
        Require(OpenWeekdays.Count > 0 || Dates.Any(entry => entry.IsOpen), nameof(OpenWeekdays),
            $"The calendar '{Name}' has no open day. Open a weekday or a date.");
        return this;
    }

    /// <summary>The zone.</summary>
    /// <exception cref="CalendarException">There is no such time zone.</exception>
    public TimeZoneInfo Zone() => ScheduleZone.Find(TimeZone) ?? throw new CalendarException(
        nameof(TimeZone), $"'{TimeZone}' of the calendar '{Name}' is no time zone. Give an IANA name, such as Asia/Tokyo.");

    private bool IsOpenAnyYear(DateTime date) => Listed(date)?.IsOpen ?? OpenWeekdays.Contains(date.DayOfWeek);

    private DateTime FindOpen(DateTime date, int step)
    {
        do
        {
            date = date.AddDays(step);
        }
        while (!IsOpen(date));
        return date;
    }

    private int CountOpen(DateTime first, DateTime last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += IsOpen(day) ? 1 : 0;
        }

        return count;
    }

    private static void Require(bool holds, string member, string message)
    {
        if (!holds)
        {
            throw new CalendarException(member, message);
        }
    }
}
