namespace JobMgmt.Schedules.UnixCron;

/// <summary>One of the five fields of a crontab line: its name, its numbers, and names for them.</summary>
internal sealed class CronField
{
    private CronField(string name, int least, int most, params string[] names)
    {
        Name = name;
        Least = least;
        Most = most;
        Names = names;
    }

    internal static CronField Minute { get; } = new("minute", 0, 59);

    internal static CronField Hour { get; } = new("hour", 0, 23);

    internal static CronField DayOfMonth { get; } = new("day-of-month", 1, 31);

    internal static CronField Month { get; } = new("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /// <summary>0 and 7 are both Sunday; its values are 0 to 6.</summary>
    internal static CronField DayOfWeek { get; } = new("day-of-week", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    internal string Name { get; }

    internal int Least { get; }

    internal int Most { get; }

    /// <summary>Names for the numbers from <see cref="Least"/> on; none: only numbers are taken.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>How many values there are: of the days of the week 7.</summary>
    internal int Count => this == DayOfWeek ? 7 : Most - Least + 1;

    /// <summary>What a user may write, for messages.</summary>
    internal string Allowed => $"{Least} to {Most}{(Names.Count > 0 ? $" or {Names[0]} to {Names[Names.Count - 1]}" : "")}";
}
