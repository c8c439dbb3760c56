using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>A calendar as it is kept: the answer of <c>Get-JobCalendar</c>, of whose versions it is the newest.</summary>
public class StoredJobCalendar
{
    private readonly JobCalendar _calendar;

    internal StoredJobCalendar(JobCalendar calendar) => _calendar = calendar;

    /// <summary>The name.</summary>
    public string Name => _calendar.Name;

    /// <summary>The time zone.</summary>
    public string TimeZone => _calendar.TimeZone;

    /// <summary>When a business day begins.</summary>
    public TimeSpan DayStart => _calendar.DayStart;

    /// <summary>The weekdays that are open.</summary>
    public DayOfWeek[] Weekday => _calendar.OpenWeekdays.ToArray();

    /// <summary>The dates that are closed though their weekday is open, and others that are listed as closed.</summary>
    public CalendarDate[] Closed => _calendar.Dates.Where(entry => !entry.IsOpen).ToArray();

    /// <summary>The dates that are listed as open.</summary>
    public CalendarDate[] Open => _calendar.Dates.Where(entry => entry.IsOpen).ToArray();

    /// <summary>What it is for.</summary>
    public string? Description => _calendar.Description;

    /// <summary>As what it is kept.</summary>
    public JobCalendarStorage As { get; internal init; }

    /// <summary>The first day that it tells.</summary>
    public DateTime FirstDate => _calendar.FirstDate;

    /// <summary>The last day that it tells.</summary>
    public DateTime LastDate => _calendar.LastDate;

    /// <summary>The last date that it lists as closed, save what comes again every year; null: it lists none. Days of later years are judged by weekdays alone.</summary>
    public DateTime? LastListed => _calendar.LastListed;

    /// <summary>How often it was written; its parameter keeps the versions.</summary>
    public long Version { get; internal init; }

    /// <summary>When it was written, in local time.</summary>
    public DateTime? LastModifiedDate { get; internal init; }

    /// <summary>Who wrote it; told of versions only (Get-JobCalendar -History).</summary>
    public string? LastModifiedUser { get; internal init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The calendar itself.</summary>
    internal JobCalendar Calendar() => _calendar;
}
