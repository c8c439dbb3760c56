using JobMgmt.Schedules;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>This machine's time zone by its IANA name.</summary>
internal static class LocalZone
{
    /// <summary>The name. A system that has another one (Windows) is asked for none: there the name is told as it is, and found to be no IANA name.</summary>
    public static string Name { get; } = ScheduleZone.Find(TimeZoneInfo.Local.Id) is null && TimeZoneInfo.Local.BaseUtcOffset == TimeSpan.Zero && !TimeZoneInfo.Local.SupportsDaylightSavingTime
        ? "UTC" : TimeZoneInfo.Local.Id;
}
