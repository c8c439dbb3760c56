using System.Security;

namespace JobMgmt.Schedules;

/// <summary>Time zones by their IANA names, as EventBridge Scheduler takes them.</summary>
public static class ScheduleZone
{
    /// <summary>The zone of a name; null where there is none. Zones are read from the system's own time zone data.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        if (name == "UTC")
        {
            return TimeZoneInfo.Utc;
        }

        if (!IsName(name))
        {
            return null;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // the system looks for a file of that name
    private static bool IsName(string name) =>
        name.Length > 0 && name[0] is not ('/' or '-' or '+') && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '+' or '/');
}
