using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Networks.Tests.Crontabs;

/// <summary>A year of the triggers of several hundred lines, against implementations of others.</summary>
public sealed class CronTriggerTests
{
    private static readonly DateTimeOffset Year = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public sealed record FiringTimes(string Cron, int Count, string Sha256);

    private static FiringTimes[] Lines { get; } = Cases.Text("crontab/firing-times.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonSerializer.Deserialize<FiringTimes>(line, JsonSerializerOptions.Web)!).ToArray();

    [Fact]
    public void ATriggerIsDueWhenOtherImplementationsSaySo_OrTheLineIsRefused()
    {
        var (wrong, refused) = (new List<string>(), new List<string>());
        Parallel.ForEach(Lines, item =>
        {
            var made = CrontabSamples.Convert(item.Cron + " load");
            if (made.Networks.Count == 0)
            {
                lock (refused)
                {
                    refused.Add(made.Faults[0].Reason);
                }

                return;
            }

            var due = Due(made.Networks[0].Network.Triggers![0]).Select(time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)).ToArray();
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', due)))) != item.Sha256)
            {
                lock (wrong)
                {
                    wrong.Add($"{item.Cron}: {due.Length} times, not {item.Count}");
                }
            }
        });
        Assert.Empty(wrong);
        Assert.All(refused, reason => Assert.True(reason.Contains("no word for that", StringComparison.Ordinal) || reason.Contains("never due", StringComparison.Ordinal), reason));
        Assert.InRange(refused.Count, 0, 20);
    }

    // Cronos makes up for daylight saving as Vixie cron does, but has the day fields decide together, takes ranges and steps in the time for stars, and makes up for lines with stars, too:
    // "run based on the new time" (cron(8)) they are not due at an instant at which the clock shows another time.
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void ATriggerIsDueWhenCronosSaysSo_WhereTheClockIsSet(string zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var lines = Lines.Where(item => !item.Cron.StartsWith('@') && item.Count is > 0 and < 50_000 && item.Cron.Split(' ') is var fields && (fields[2] == "*" || fields[4] == "*") && MeansTheSame(fields[0] + " " + fields[1])).ToArray();
        var wrong = new List<string>();
        Parallel.ForEach(lines, item =>
        {
            var trigger = CrontabSamples.Convert(item.Cron + " load", zone: zone).Networks.Single().Network.Triggers![0];
            var due = Due(trigger).Select(time => time.UtcDateTime).ToArray();
            var cron = UnixCronExpression.Parse(item.Cron);
            var expected = Cronos.CronExpression.Parse(item.Cron).GetOccurrences(Year.UtcDateTime, Year.AddYears(1).UtcDateTime, clock)
                .Where(time => !cron.GoesByTheClock || cron.IsDue(TimeZoneInfo.ConvertTimeFromUtc(time, clock))).ToArray();
            if (!expected.SequenceEqual(due))
            {
                lock (wrong)
                {
                    wrong.Add($"{item.Cron}: {due.Length} times, not {expected.Length}; too many {string.Join(", ", due.Except(expected).Take(3))}; missing {string.Join(", ", expected.Except(due).Take(3))}");
                }
            }
        });
        Assert.Empty(wrong);
        Assert.InRange(lines.Length, 150, 499);
    }

    private static bool MeansTheSame(string time) => time.StartsWith('*') || time.Contains(" *", StringComparison.Ordinal) || time.IndexOfAny(['*', '-', '/']) < 0;

    private static IEnumerable<DateTimeOffset> Due(JobTrigger trigger) => TriggerForecast.Between(trigger, null, Year, Year.AddTicks(-1), Year.AddYears(1).AddTicks(-1)).Select(time => time.Instant);
}
