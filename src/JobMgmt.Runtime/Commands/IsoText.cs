using System.Globalization;

namespace JobMgmt.Runtime.Commands;

/// <summary>Times as Run Command writes them in texts.</summary>
internal static class IsoText
{
    /// <summary><c>2026-11-24T10:00:00.123Z</c>.</summary>
    public static string ToIsoText(this DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>PT0.005S</c>, <c>PT1H2M3.5S</c>: the form of java.time, which AWS prints.</summary>
    public static string ToIsoText(this TimeSpan elapsed)
    {
        var text = "PT";
        var hours = (long)elapsed.TotalHours;
        text += hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}H") : "";
        text += elapsed.Minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.Minutes}M") : "";
        var seconds = elapsed.Seconds + (elapsed.Milliseconds / 1000m);
        return seconds > 0 || text == "PT" ? text + seconds.ToString("0.###", CultureInfo.InvariantCulture) + "S" : text;
    }
}
