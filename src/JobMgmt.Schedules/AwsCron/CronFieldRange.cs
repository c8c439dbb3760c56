namespace JobMgmt.Schedules.AwsCron;

/// <summary>What a field may name.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Least">The least number.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Names">Names in place of numbers, from the least on.</param>
internal sealed record CronFieldRange(string Name, int Least, int Most, params string[] Names)
{
    public static readonly CronFieldRange Minute = new("minute", 0, 59);
    public static readonly CronFieldRange Hour = new("hour", 0, 23);
    public static readonly CronFieldRange DayOfMonth = new("day-of-month", 1, 31);
    public static readonly CronFieldRange Month = new("month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    public static readonly CronFieldRange DayOfWeek = new("day-of-week", 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    public static readonly CronFieldRange Year = new("year", 1970, 2199);

    /// <summary>What a user may write, for messages.</summary>
    public string Allowed => FormattableString.Invariant($"{Least} to {Most}{(Names.Length > 0 ? $" or {Names[0]} to {Names[Names.Length - 1]}" : "")}");
}
