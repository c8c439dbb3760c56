namespace JobMgmt.Schedules.Calendars;

/// <summary>The days that a cron names, as data. A member that is null leaves every day; those that are not have to agree.</summary>
public sealed record DueDays
{
    /// <summary>The years.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>The months, from 1.</summary>
    public IReadOnlyList<int>? Months { get; init; }

    /// <summary>The days of the month.</summary>
    public IReadOnlyList<int>? DaysOfMonth { get; init; }

    /// <summary>Only the last day of the month.</summary>
    public bool LastDayOfMonth { get; init; }

    /// <summary>The weekdays, from 1 = Sunday, as AWS's cron counts them.</summary>
    public IReadOnlyList<int>? Weekdays { get; init; }

    /// <summary>A weekday, and the how manieth of its month.</summary>
    public (int Weekday, int Nth)? NthWeekday { get; init; }

    /// <summary>The last of that weekday in a month.</summary>
    public int? LastWeekday { get; init; }

    /// <summary>Whether it names days of a month, beyond months and years.</summary>
    internal bool NamesDays => DaysOfMonth is not null || LastDayOfMonth || Weekdays is not null || NthWeekday is not null || LastWeekday is not null;

    /// <summary>Whether a day is of its years and months.</summary>
    public bool HasMonth(DateTime date) => (Years?.Contains(date.Year) ?? true) && (Months?.Contains(date.Month) ?? true);

    /// <summary>Whether it names a day.</summary>
    public bool Has(DateTime date)
    {
        var weekday = (int)date.DayOfWeek + 1;
        return HasMonth(date) && (DaysOfMonth?.Contains(date.Day) ?? true) && (Weekdays?.Contains(weekday) ?? true)
            && (!LastDayOfMonth || date.AddDays(1).Day == 1)
            && (NthWeekday is not { } nth || (nth.Weekday == weekday && nth.Nth == ((date.Day - 1) / 7) + 1))
            && (LastWeekday is not { } last || (last == weekday && date.AddDays(7).Month != date.Month));
    }
}
