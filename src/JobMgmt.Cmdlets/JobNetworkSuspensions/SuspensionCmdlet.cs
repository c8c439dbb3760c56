using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Schedules;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>A cmdlet about the days on which what triggers start of networks is held.</summary>
public abstract class SuspensionCmdlet : NetworkCmdlet
{
    /// <summary>The time zone of days and times, such as Asia/Tokyo; this machine's when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>How long after midnight a day begins.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan DayStart { get; set; }

    /// <summary>A day as a suspension.</summary>
    private protected JobNetworkSuspension Day(string network, DateTime day)
    {
        (DateTimeOffset from, DateTimeOffset until) = ScheduleDay.Of(day, DayStart, Zone());
        return new JobNetworkSuspension { NetworkName = network, From = from.LocalDateTime, Until = until.LocalDateTime };
    }

    /// <summary>A time that was given, in local time.</summary>
    private protected DateTime Local(DateTime time)
        => time.Kind == DateTimeKind.Unspecified ? ScheduleDay.Instant(time, Zone()).LocalDateTime : time.ToLocalTime();

    private TimeZoneInfo Zone()
        => TimeZone is null ? TimeZoneInfo.Local : ScheduleZone.Find(TimeZone) ?? throw new CmdletFailure(JobNetworkSuspensionErrors.TimeZoneNotFound(TimeZone));
}
