namespace JobMgmt.Schedules.Tests.Expressions;

/// <summary>
/// Cron compared with Quartz's, whose syntax AWS's is a part of: the times of random expressions over a year. Quartz tells the wall clock's times; what a zone makes of them
/// is worked out minute by minute, from the zone's clock at every minute of the year.
/// </summary>
public sealed class CronAgainstQuartzTests
{
    private const int Expressions = 600;
    private const int MostTimes = 1_000; // of expressions that name nearly every minute the rest shows nothing new
    private static readonly DateTimeOffset _from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _to = _from.AddYears(1);

    [Fact]
    public void Times_AreQuartzs_OverAYear()
    {
        var cron = new RandomCron(new Random(20261128));
        for (var i = 0; i < Expressions; i++)
        {
            var fields = cron.Next();
            var expected = QuartzTimes(fields).Take(MostTimes).ToList();
            var found = Firings.Of(ScheduleExpression.Parse($"cron({fields})"), _from.AddTicks(-1), TimeZoneInfo.Utc).TakeWhile(at => at < _to).Take(MostTimes).ToList();
            Assert.True(expected.SequenceEqual(found), $"cron({fields}): {Show(expected)} was expected, it is {Show(found)}");
        }
    }

    [Theory]
    [InlineData("America/New_York", "an hour, in spring and autumn")]
    [InlineData("Europe/Berlin", "at another time of the day")]
    [InlineData("Europe/Dublin", "its data have winter time as the one that is set")]
    [InlineData("Australia/Lord_Howe", "half an hour")]
    [InlineData("America/Santiago", "at midnight: days begin at one o'clock")]
    [InlineData("Africa/Casablanca", "around Ramadan")]
    [InlineData("Asia/Tokyo", "no daylight saving")]
    [InlineData("Pacific/Chatham", "an odd offset")]
    public void Times_AreSkippedInSpring_AndComeOnceInAutumn(string name, string reason)
    {
        var zone = ScheduleZone.Find(name)!;
        var first = FirstInstants(zone);
        var cron = new RandomCron(new Random(7));
        for (var i = 0; i < 20; i++)
        {
            var fields = cron.Next();
            var expected = QuartzTimes(fields).Where(time => first.ContainsKey(time.DateTime)).Select(time => first[time.DateTime]).Take(MostTimes).ToList();
            var found = Firings.Of(ScheduleExpression.Parse($"cron({fields})"), first[_from.DateTime].AddTicks(-1), zone).TakeWhile(at => at < first[_to.DateTime]).Take(MostTimes).ToList();
            Assert.True(expected.SequenceEqual(found), $"{reason}: cron({fields}): {Show(expected)} was expected, it is {Show(found)}");
        }
    }

    /// <summary>Of every minute that the zone's clock shows in the year, and the first of the next, the first instant.</summary>
    private static Dictionary<DateTime, DateTimeOffset> FirstInstants(TimeZoneInfo zone)
    {
        var first = new Dictionary<DateTime, DateTimeOffset>();
        for (var at = _from.AddDays(-1); at < _to.AddDays(1); at = at.AddMinutes(1))
        {
            first.TryAdd(TimeZoneInfo.ConvertTime(at, zone).DateTime, at);
        }

        return first;
    }

    private static IEnumerable<DateTimeOffset> QuartzTimes(string fields)
    {
        var quartz = new Quartz.CronExpression("0 " + fields, TimeZoneInfo.Utc);
        for (var next = quartz.GetNextValidTimeAfter(_from.AddSeconds(-1)); next < _to; next = quartz.GetNextValidTimeAfter(next.Value))
        {
            yield return next.Value;
        }
    }

    private static string Show(List<DateTimeOffset> times) => $"{times.Count} times: {string.Join(", ", times.Take(5).Select(time => time.ToString("u")))}";
}
