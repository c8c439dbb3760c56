using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>A cmdlet about the days on which what triggers start of networks is held.</summary>
public abstract class SuspensionCmdlet : NetworkCmdlet
{
    /// <summary>The time zone of days and times, such as Asia/Tokyo; when left out, of days that of the calendars of the network's triggers, else this machine's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>How long after midnight a day begins; when left out as the calendars of the network's triggers have it, else at midnight.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan DayStart { get; set; }

    /// <summary>By which clock the days of a network begin.</summary>
    private protected async Task<SuspensionDays> DaysAsync(JobMgmtSession session, RunJobStackNames names, string network, CancellationToken cancellationToken)
    {
        TimeZoneInfo? zone = TimeZone is null ? null : Zone();
        TimeSpan? start = MyInvocation.BoundParameters.ContainsKey(nameof(DayStart)) ? DayStart : null;
        if (zone is not null && start is not null)
        {
            return SuspensionDays.Of(zone, start, []);
        }

        var found = new List<(DeployedJobTrigger Trigger, JobCalendar Calendar)>();
        var calendars = new JobCalendarDirectory(session, names);
        foreach (DeployedJobTrigger trigger in await new TriggerDirectory(session, names).ListAsync([network], cancellationToken).ConfigureAwait(false))
        {
            if (trigger is { Calendar: { } calendar, Definition.IsTime: true } && await calendars.FindAsync(calendar, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                found.Add((trigger, stored.Calendar()));
            }
        }

        var days = SuspensionDays.Of(zone, start, found);
        PostVerbose($"The days of the job network '{network}' begin at {days.DayStart:hh\\:mm} ({days.Zone.Id}).");
        return days;
    }

    /// <summary>A time that was given, in local time.</summary>
    private protected DateTime Local(DateTime time)
        => time.Kind == DateTimeKind.Unspecified ? ScheduleDay.Instant(time, Zone()).LocalDateTime : time.ToLocalTime();

    private TimeZoneInfo Zone()
        => TimeZone is null ? TimeZoneInfo.Local : ScheduleZone.Find(TimeZone) ?? throw new CmdletFailure(JobNetworkSuspensionErrors.TimeZoneNotFound(TimeZone));
}
