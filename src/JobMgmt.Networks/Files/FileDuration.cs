using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Files;

/// <summary>Spans of whole seconds as text: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>1h30m</c>, or seconds alone. Written in one way: the greatest unit that leaves no rest.</summary>
internal static class FileDuration
{
    internal const string Fix = "Write it as 90s, 15m, 2h, 1h30m, or in seconds.";

    private static readonly (int Seconds, string Name)[] Units = { (86_400, "d"), (3600, "h"), (60, "m"), (1, "s") };

    internal static string Write(int seconds)
    {
        var unit = Units.First(candidate => seconds % candidate.Seconds == 0 && (seconds != 0 || candidate.Seconds == 1));
        return (seconds / unit.Seconds).ToString(CultureInfo.InvariantCulture) + unit.Name;
    }

    /// <summary>The seconds; null where the text is no such span, or is longer than can be counted.</summary>
    internal static int? Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        if (!Regex.IsMatch(text, "^([0-9]{1,9}[dhms])+$"))
        {
            return null;
        }

        var sum = Regex.Matches(text, "([0-9]+)([dhms])").Cast<Match>()
            .Sum(part => long.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * Units.First(unit => unit.Name == part.Groups[2].Value).Seconds);
        return sum <= int.MaxValue ? (int)sum : null;
    }
}
