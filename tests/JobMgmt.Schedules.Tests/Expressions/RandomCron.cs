using System.Globalization;

namespace JobMgmt.Schedules.Tests.Expressions;

/// <summary>Random cron expressions of every form that is documented.</summary>
internal sealed class RandomCron(Random random)
{
    private static readonly string[] _months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] _weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public string Next()
    {
        var (dayOfMonth, dayOfWeek) = random.Next(2) == 0 ? (DayOfMonth(), "?") : ("?", DayOfWeek());
        return $"{Plain(0, 59)} {Plain(0, 23)} {dayOfMonth} {(random.Next(3) == 0 ? Named(_months) : Plain(1, 12))} {dayOfWeek} {Year()}";
    }

    private string DayOfMonth() => random.Next(6) switch
    {
        0 => "L",
        1 => "LW",
        2 => Text(random.Next(1, 29)) + "W", // the 31st of a short month: Quartz takes its last day, the documentation says nothing
        _ => Plain(1, 31),
    };

    private string DayOfWeek() => random.Next(6) switch
    {
        0 => "L",
        1 => Weekday() + "L",
        2 => Weekday() + "#" + Text(random.Next(1, 6)),
        3 => Named(_weekdays),
        _ => Plain(1, 7),
    };

    private string Weekday() => random.Next(2) == 0 ? Text(random.Next(1, 8)) : _weekdays[random.Next(7)];

    private string Named(string[] names)
    {
        var first = random.Next(names.Length);
        var last = random.Next(first, names.Length);
        return random.Next(3) switch { 0 => names[first], 1 => $"{names[first]}-{names[last]}", _ => $"{names[first]},{names[last]}" };
    }

    private string Year() => random.Next(5) switch { 0 => "2026", 1 => "2025-2027", 2 => "2020/3,2027", _ => "*" };

    private string Plain(int least, int most) => random.Next(7) switch
    {
        0 => "*",
        1 => "*/" + Text(random.Next(2, most + 1)),
        2 => Text(random.Next(least, most + 1)) + "/" + Text(random.Next(1, most + 1)),
        3 => Range(least, most),
        4 => Range(least, most) + "/" + Text(random.Next(1, most + 1)),
        5 => Text(random.Next(least, most + 1)) + "," + Range(least, most),
        _ => Text(random.Next(least, most + 1)),
    };

    private string Range(int least, int most)
    {
        var first = random.Next(least, most + 1);
        return $"{Text(first)}-{Text(random.Next(first, most + 1))}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
