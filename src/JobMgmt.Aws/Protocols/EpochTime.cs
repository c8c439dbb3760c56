using System.Globalization;

namespace JobMgmt.Aws.Protocols;

/// <summary>Instants as AWS writes them: seconds since 1970 with a fraction, whole milliseconds, or ISO 8601. Always UTC here.</summary>
internal static class EpochTime
{
    private static readonly DateTime _epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Seconds, to the millisecond, which is what AWS keeps.</summary>
    public static decimal ToSeconds(DateTime value) => ToMilliseconds(value) / 1000m;

    public static long ToMilliseconds(DateTime value) =>
        (long)Math.Floor((value.ToUniversalTime() - _epoch).TotalMilliseconds);

    public static DateTime FromSeconds(decimal seconds) => _epoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    public static DateTime FromMilliseconds(long milliseconds) => _epoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond);

    /// <exception cref="FormatException">The text is no ISO 8601 instant.</exception>
    public static DateTime FromText(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
