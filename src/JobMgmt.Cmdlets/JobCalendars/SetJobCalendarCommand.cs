using System.Management.Automation;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Set-JobCalendar: changes what a calendar is made of, and renews the years that it tells.</summary>
[Cmdlet(VerbsCommon.Set, "JobCalendar", SupportsShouldProcess = true)]
[OutputType(typeof(StoredJobCalendar))]
public sealed class SetJobCalendarCommand : JobCalendarCmdlet
{
    /// <summary>Names; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The weekdays that are open.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public DayOfWeek[]? Weekday { get; set; }

    /// <summary>The IANA time zone of its days.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The time of day at which a business day begins.</summary>
    [Parameter]
    public TimeSpan? DayStart { get; set; }

    /// <summary>What the calendar is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>As what it is kept.</summary>
    [Parameter]
    public JobCalendarStorage? As { get; set; }

    /// <summary>Writes the calendar as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async before =>
            {
                JobCalendar calendar = before.Calendar();
                JobCalendar after = calendar with
                {
                    OpenWeekdays = Weekday?.Distinct().OrderBy(day => day).ToArray() ?? calendar.OpenWeekdays,
                    TimeZone = TimeZone ?? calendar.TimeZone,
                    DayStart = DayStart ?? calendar.DayStart,
                    Description = Description ?? calendar.Description,
                };
                StoredJobCalendar? changed = await ChangeAsync(directory, before, after, As ?? before.As, "Change the calendar", cancellationToken).ConfigureAwait(false);
                if (changed is not null && PassThru)
                {
                    await WriteObjectAsync(changed).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }
}
