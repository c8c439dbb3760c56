using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>New-JobCalendar: makes a calendar from weekdays, dates, iCalendar files and other calendars.</summary>
[Cmdlet(VerbsCommon.New, "JobCalendar", SupportsShouldProcess = true)]
[OutputType(typeof(StoredJobCalendar))]
public sealed class NewJobCalendarCommand : JobCalendarCmdlet
{
    /// <summary>The calendar's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Closed days: dates, stretches, dates with reasons, weekdays.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public object[]? Closed { get; set; }

    /// <summary>Dates that are open though their weekday, a file or another calendar closes them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public object[]? Open { get; set; }

    /// <summary>The weekdays that are open; Monday to Friday when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public DayOfWeek[]? Weekday { get; set; }

    /// <summary>iCalendar files whose events of whole days are closed; patterns are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Other calendars: what one of them has closed is closed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[]? Calendar { get; set; }

    /// <summary>The IANA time zone of its days; that of this machine when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The time of day at which a business day begins.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TimeSpan DayStart { get; set; }

    /// <summary>What the calendar is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>As what it is kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public JobCalendarStorage As { get; set; }

    /// <summary>Replaces a calendar of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => GuardAsync(Name, async () =>
    {
        var closed = CalendarDays.Read("Closed", Closed, isOpen: false, takesWeekdays: true);
        var opened = CalendarDays.Read("Open", Open, isOpen: true);
        if (closed.Dates.Select(entry => entry.Date).Intersect(opened.Dates.Select(entry => entry.Date)).OrderBy(date => date).ToArray() is { Length: > 0 } both)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarDateTwice(Name, both[0]));
        }

        (IReadOnlyList<CalendarDate> fromFiles, DateTime? until) = await ReadFilesAsync(Path, cancellationToken).ConfigureAwait(false);
        var calendar = new JobCalendar { Name = Name, TimeZone = TimeZone ?? LocalZone(), DayStart = DayStart, Description = Description, FirstYear = 1, LastYear = 1 };
        IEnumerable<DayOfWeek> weekdays = Weekday ?? calendar.OpenWeekdays;
        calendar = calendar with { OpenWeekdays = weekdays.Where(day => !closed.Weekdays.Contains(day)).Distinct().OrderBy(day => day).ToArray(), Dates = fromFiles, ListedUntil = until };
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        foreach (string other in Calendar ?? [])
        {
            calendar = calendar.MergedWith((await directory.ReadAsync(other, cancellationToken).ConfigureAwait(false)).Calendar());
        }

        // What is named here stands above what files and other calendars say.
        calendar = WithClosed(calendar, closed.Dates).With(opened.Dates, null).Check();
        StoredJobCalendar? before = await directory.FindAsync(calendar.Name, cancellationToken).ConfigureAwait(false);
        if (before is not null && !Force)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarExists(Name));
        }

        if (await ChangeAsync(directory, before, calendar, As, before is null ? "Create the calendar" : "Replace the calendar", cancellationToken, replaces: Force).ConfigureAwait(false) is { } made)
        {
            if (Calendar is not null && UnlistedYears.Notice(made.Calendar(), made.LastDate) is { } notice)
            {
                PostWarning(notice);
            }

            await WriteObjectAsync(made).ConfigureAwait(false);
        }
    });
}
