namespace JobMgmt.Schedules.ICalendar;

/// <summary>How an event of whole days repeats (RFC 5545, 3.3.10): by periods, of whose days some are chosen.</summary>
internal sealed record RecurrenceRule
{
    /// <summary><c>DAILY</c>, <c>WEEKLY</c>, <c>MONTHLY</c> or <c>YEARLY</c>.</summary>
    public required string Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    public DateTime? Until { get; init; }

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<int> DaysOfMonth { get; init; } = [];

    public IReadOnlyList<int> DaysOfYear { get; init; } = [];

    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>Weekdays, each with its number in the month or year; 0: all of them.</summary>
    public IReadOnlyList<(int Nth, DayOfWeek Day)> Weekdays { get; init; } = [];

    private bool ChoosesNoDay => DaysOfMonth.Count == 0 && DaysOfYear.Count == 0 && Weekdays.Count == 0;

    /// <summary>The days on which the event begins, from its first one to a last one.</summary>
    public IEnumerable<DateTime> Starts(DateTime first, DateTime last)
    {
        var end = Until is { } until && until < last ? until : last;
        if (first > end)
        {
            yield break;
        }

        var left = Count ?? int.MaxValue;
        for (var period = Period(first); period.First <= end && left > 0; period = Next(period.First))
        {
            var days = Enumerable.Range(0, (period.End - period.First).Days).Select(i => period.First.AddDays(i)).Where(day => Takes(day, first)).ToArray();
            foreach (var day in Positions.Count == 0 ? days : Positioned(days))
            {
                if (day >= first && day <= end && left-- > 0)
                {
                    yield return day;
                }
            }
        }
    }

    private (DateTime First, DateTime End) Period(DateTime day) => Frequency switch
    {
        "YEARLY" => (new DateTime(day.Year, 1, 1), new DateTime(day.Year, 1, 1).AddYears(1)),
        "MONTHLY" => (new DateTime(day.Year, day.Month, 1), new DateTime(day.Year, day.Month, 1).AddMonths(1)),
        "WEEKLY" => (day.AddDays(-((day.DayOfWeek - WeekStart + 7) % 7)), day.AddDays(7 - ((day.DayOfWeek - WeekStart + 7) % 7))),
        _ => (day, day.AddDays(1)),
    };

    private (DateTime First, DateTime End) Next(DateTime first) => Period(Frequency switch
    {
        "YEARLY" => first.AddYears(Interval),
        "MONTHLY" => first.AddMonths(Interval),
        "WEEKLY" => first.AddDays(7 * Interval),
        _ => first.AddDays(Interval),
    });

    private IEnumerable<DateTime> Positioned(DateTime[] days) =>
        Positions.Select(n => n > 0 ? n - 1 : days.Length + n).Where(i => i >= 0 && i < days.Length).Distinct().OrderBy(i => i).Select(i => days[i]);

    private bool Takes(DateTime day, DateTime first) => TakesMonth(day, first)
        && (DaysOfMonth.Count == 0 || DaysOfMonth.Contains(day.Day) || DaysOfMonth.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1))
        && (DaysOfYear.Count == 0 || DaysOfYear.Contains(day.DayOfYear) || DaysOfYear.Contains(day.DayOfYear - (DateTime.IsLeapYear(day.Year) ? 367 : 366)))
        && (Weekdays.Count == 0 || Weekdays.Any(one => one.Day == day.DayOfWeek && (one.Nth == 0 || IsNth(day, one.Nth))))
        && (!ChoosesNoDay || Frequency == "DAILY" || (Frequency == "WEEKLY" ? day.DayOfWeek == first.DayOfWeek : day.Day == first.Day));

    private bool TakesMonth(DateTime day, DateTime first) => Months.Count > 0 ? Months.Contains(day.Month) : Frequency != "YEARLY" || !ChoosesNoDay || day.Month == first.Month;

    private bool IsNth(DateTime day, int nth)
    {
        var isInYear = Frequency == "YEARLY" && Months.Count == 0;
        var (before, after) = isInYear
            ? (day.DayOfYear - 1, new DateTime(day.Year, 12, 31).DayOfYear - day.DayOfYear)
            : (day.Day - 1, DateTime.DaysInMonth(day.Year, day.Month) - day.Day);
        return nth > 0 ? (before / 7) + 1 == nth : (after / 7) + 1 == -nth;
    }
}
