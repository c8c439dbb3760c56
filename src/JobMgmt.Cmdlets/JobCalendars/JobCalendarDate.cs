namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>A day of a calendar.</summary>
public sealed class JobCalendarDate
{
    /// <summary>The calendar.</summary>
    public required string Name { get; init; }

    /// <summary>The business date.</summary>
    public required DateTime Date { get; init; }

    /// <summary>Its weekday.</summary>
    public DayOfWeek Weekday => Date.DayOfWeek;

    /// <summary>Open or Closed.</summary>
    public required JobCalendarDateState State { get; init; }

    /// <summary>Why, of a listed date; of a closed weekday its name.</summary>
    public required string Reason { get; init; }

    /// <summary>Which business day of its month it is; null of a closed day.</summary>
    public int? BusinessDay { get; init; }

    /// <summary>Which one from the month's end: -1 is the last; null of a closed day.</summary>
    public int? FromEnd { get; init; }

    /// <summary>Whether the date itself is listed.</summary>
    public bool Listed { get; init; }
}
