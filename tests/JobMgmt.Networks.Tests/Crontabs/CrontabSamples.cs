using JobMgmt.Networks.Crontabs;
using JobMgmt.Schedules.Crontab;

namespace JobMgmt.Networks.Tests.Crontabs;

/// <summary>Crontabs converted as the tests want them.</summary>
internal static class CrontabSamples
{
    internal static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static CrontabConversion Convert(string text, CrontabFormat format = CrontabFormat.User, string zone = "UTC", string user = "bob", string? alertChannel = null) =>
        new CrontabConverter(new CrontabOptions { TimeZone = zone, Now = Now, AlertChannel = alertChannel }).Convert(text, format, user);
}
