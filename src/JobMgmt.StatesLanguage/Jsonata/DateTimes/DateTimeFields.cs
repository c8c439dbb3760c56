namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>What the components of a date's picture are for an instant.</summary>
internal static class DateTimeFields
{
    public static string[] Months { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>From Monday on.</summary>
    public static string[] Days { get; } = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>A component that is a number; <c>P</c> is 1 in the afternoon; 0 for one that is none.</summary>
    public static double Number(CivilTime time, char component) => component switch
    {
        'Y' => time.Year,
        'M' => time.Month + 1,
        'D' => time.Day,
        'd' => ((CivilTime.Date(time.Year, time.Month, time.Day) - CivilTime.Date(time.Year, 0, 1)) / 86_400_000) + 1,
        'F' => time.DayOfWeek == 0 ? 7 : time.DayOfWeek,
        'W' => WeekCalendar.OfYear(time),
        'w' => WeekCalendar.OfMonth(time),
        'X' => WeekCalendar.Year(time),
        'x' => WeekCalendar.Month(time),
        'H' => Hours(time),
        'h' => Hours(time) % 12 == 0 ? 12 : Hours(time) % 12,
        'P' => Hours(time) >= 12 ? 1 : 0,
        'm' => time.OfDay / 60_000 % 60,
        's' => time.OfDay / 1000 % 60,
        'f' => time.OfDay % 1000,
        _ => 0,
    };

    private static long Hours(CivilTime time) => time.OfDay / 3_600_000;
}
