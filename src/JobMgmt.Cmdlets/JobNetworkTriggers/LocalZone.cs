using JobMgmt.Schedules;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>This machine's time zone by its IANA name.</summary>
internal static class LocalZone
{
    /// <summary>The name. A system that has another one (Windows) is asked for none: there the name is told as it is, and found to be no IANA name.</summary>
    public static string Name => ScheduleZone.Find(TimeZoneInfo.Local.Id) is null && IsUtc ? "UTC" : TimeZoneInfo.Local.Id;

    private static bool IsUtc => TimeZoneInfo.Local.BaseUtcOffset == TimeSpan.Zero && !TimeZoneInfo.Local.SupportsDaylightSavingTime;

    /// <summary>What whoever gave times of a clock without a time zone should know, where this machine's clock shows other times than UTC; else null.</summary>
    /// <param name="what">Which times, in the plural.</param>
    public static string? Notice(string what) => IsUtc ? null
        : $"{what} are meant in UTC, as AWS means them, while this machine's clock is that of {Name}. Give -TimeZone {(ScheduleZone.Find(Name) is null ? "with an IANA name, such as Asia/Tokyo" : Name)}, or -TimeZone UTC where UTC is meant.";
}
