using System.Globalization;

namespace JobMgmt.Runtime.Logs;

/// <summary>A place between events, in the order by time and then arrival. Tokens are its text.</summary>
internal readonly record struct LogPlace(long Timestamp, long Id)
{
    /// <summary>Before every event.</summary>
    public static LogPlace Start { get; } = new(long.MinValue, long.MinValue);

    /// <summary>After every event.</summary>
    public static LogPlace End { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>The token, in the form of AWS's: a direction and digits.</summary>
    public string ToToken(char direction) => string.Create(CultureInfo.InvariantCulture, $"{direction}/{Timestamp}/{Id}");

    public static bool TryParse(string token, char direction, out LogPlace place)
    {
        var parts = token.Split('/');
        place = default;
        if (parts.Length != 3 || parts[0].Length != 1 || parts[0][0] != direction
            || !long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp)
            || !long.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        place = new LogPlace(timestamp, id);
        return true;
    }
}
