using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>The error records that speak of suspensions; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobNetworkSuspensionErrors
{
    public static ErrorRecord NetworkNotSuspended(string network, IReadOnlyList<JobNetworkSuspension>? days) => ErrorRecords.Make(
        "JobNetworkNotSuspended", ErrorCategory.ObjectNotFound, network,
        days is null ? $"The job network '{network}' is not suspended, and no run of it is held. Get-JobNetworkStatus tells which are."
            : $"The job network '{network}' has no suspension of exactly {string.Join(", ", days.Select(day => $"{Minute(day.From)} - {Minute(day.Until)}"))}, and no run of it is held from then. (Get-JobNetworkStatus '{network}').Suspension lists those it has; without -On all are ended.");

    public static ErrorRecord RunNotHeld(JobNetworkRun run) => ErrorRecords.Make(
        "JobNetworkRunNotHeld", ErrorCategory.InvalidOperation, run, $"The run '{run}' is not held by a suspension. Get-JobNetworkRun tells how it stands; a job of it that is held is answered with Approve-JobRun.");

    public static ErrorRecord SuspensionIsOver(JobNetworkSuspension period) => ErrorRecords.Make(
        "JobNetworkSuspensionOver", ErrorCategory.InvalidArgument, period.NetworkName,
        period.Until <= period.From ? $"The time from {Minute(period.From)} until {Minute(period.Until)} is none: give an -Until that is later than -From."
            : $"The time until {Minute(period.Until)} is over, so nothing would be held in it. Give a later one.");

    public static ErrorRecord TimeZoneNotFound(string name) => ErrorRecords.Make(
        "TimeZoneNotFound", ErrorCategory.InvalidArgument, name, $"-TimeZone: there is no time zone '{name}'. Use a name such as Asia/Tokyo, Europe/London or UTC.");

    private static string? Minute(DateTime? time) => ViewText.Time(time, "yyyy-MM-dd HH:mm");
}
