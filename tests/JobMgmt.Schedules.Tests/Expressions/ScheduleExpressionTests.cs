namespace JobMgmt.Schedules.Tests.Expressions;

public sealed class ScheduleExpressionTests
{
    [Theory]
    [InlineData("cron(0 10 * * ? *)", "2026-11-28 09:59", "2026-11-28 10:00 2026-11-29 10:00")]
    [InlineData("cron(15 12 * * ? *)", "2026-11-28 12:15", "2026-11-29 12:15 2026-11-30 12:15")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-11-27 17:00", "2026-11-27 18:00 2026-11-30 18:00")]
    [InlineData("cron(0 8 1 * ? *)", "2026-11-28 00:00", "2026-12-01 08:00 2027-01-01 08:00")]
    [InlineData("cron(0/10 * ? * MON-FRI *)", "2026-11-27 23:45", "2026-11-27 23:50 2026-11-30 00:00 2026-11-30 00:10")]
    [InlineData("cron(0/5 8-17 ? * MON-FRI *)", "2026-11-27 17:50", "2026-11-27 17:55 2026-11-30 08:00")]
    [InlineData("cron(0/30 20-23 ? * MON-FRI *)", "2026-11-27 23:00", "2026-11-27 23:30 2026-11-30 20:00")]
    [InlineData("cron(0 0 L * ? *)", "2027-02-01 00:00", "2027-02-28 00:00 2027-03-31 00:00")]
    [InlineData("cron(0 0 LW * ? *)", "2026-05-01 00:00", "2026-05-29 00:00 2026-06-30 00:00")]
    [InlineData("cron(0 0 3W * ? *)", "2026-09-01 00:00", "2026-09-03 00:00 2026-10-02 00:00 2026-11-03 00:00")]
    [InlineData("cron(0 2 ? * SAT#3 *)", "2026-11-28 00:00", "2026-12-19 02:00 2027-01-16 02:00")]
    [InlineData("cron(15 10 ? * 6L 2026-2027)", "2026-11-28 00:00", "2026-12-25 10:15 2027-01-29 10:15")]
    [InlineData("cron(15 10 ? * 6L 2002-2005)", "2026-11-28 00:00", "")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-28 00:00", "2028-02-29 00:00 2032-02-29 00:00")]
    [InlineData("cron(0 0 31 2 ? *)", "2026-11-28 00:00", "")]
    [InlineData("cron(0 0 1 1 ? 2199)", "2026-11-28 00:00", "2199-01-01 00:00")]
    [InlineData("cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)", "2026-11-28 08:14", "2026-11-28 08:15 2026-11-30 08:00")]
    [InlineData("cron(1-31/30 1-1 ? * 1,7 *)", "2026-11-28 00:00", "2026-11-28 01:01 2026-11-28 01:31 2026-11-29 01:01")]
    [InlineData("cron(0/60 * * * ? *)", "2026-11-28 00:00", "2026-11-28 01:00 2026-11-28 02:00")]
    [InlineData("rate(5 minutes)", "2026-11-28 00:00", "2026-11-28 00:05 2026-11-28 00:10")]
    [InlineData("rate(1 day)", "2026-11-28 00:00", "2026-11-29 00:00 2026-11-30 00:00")]
    [InlineData("at(2026-11-28T12:30:00)", "2026-11-28 00:00", "2026-11-28 12:30")]
    [InlineData("at(2022-12-31T23:59:59)", "2026-11-28 00:00", "")]
    public void Times_AreAsAwsDocuments(string expression, string after, string expected)
    {
        var times = Firings.Of(ScheduleExpression.Parse(expression), Firings.Utc(after), TimeZoneInfo.Utc).Take(expected.Count(character => character == ':'));

        Assert.Equal(expected, string.Join(' ', times.Select(time => time.ToString("yyyy-MM-dd HH:mm", null))));
        Assert.Equal(expected.Length == 0, ScheduleExpression.Parse(expression).Next(Firings.Utc(after), TimeZoneInfo.Utc, Firings.Utc(after)) is null);
    }

    [Theory]
    [InlineData("at(2027-03-14T02:30:00)", "America/New_York", "2027-03-14 07:30", "left out by the clock: as much later as it jumps")]
    [InlineData("at(2026-11-01T01:30:00)", "America/New_York", "2026-11-01 05:30", "shown twice: the first time")]
    [InlineData("at(2011-12-30T10:00:00)", "Pacific/Apia", "2011-12-30 20:00", "a day that Samoa left out")]
    [InlineData("at(2026-07-01T09:00:00)", "Asia/Tokyo", "2026-07-01 00:00", "the zone's clock, not UTC's")]
    public void At_MeansTheZonesClock(string expression, string zone, string expected, string reason) =>
        Assert.True(Firings.Utc(expected) == ScheduleExpression.Parse(expression).Next(DateTimeOffset.MinValue, ScheduleZone.Find(zone)!, default), reason);

    [Theory]
    [InlineData("America/New_York", "cron(30 2 * * ? *)", "2027-03-13 00:00", "2027-03-13 07:30 2027-03-15 06:30")]
    [InlineData("America/New_York", "cron(30 1 * * ? *)", "2026-10-31 06:00", "2026-11-01 05:30 2026-11-02 06:30")]
    [InlineData("America/New_York", "cron(0/30 * * * ? *)", "2026-11-01 05:00", "2026-11-01 05:30 2026-11-01 07:00")]
    [InlineData("America/New_York", "cron(0/30 * * * ? *)", "2027-03-14 06:00", "2027-03-14 06:30 2027-03-14 07:00")]
    public void Cron_SkipsSpringsGap_AndFiresOnceInAutumn(string zone, string expression, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', Firings.Of(ScheduleExpression.Parse(expression), Firings.Utc(after), ScheduleZone.Find(zone)!).Take(2).Select(time => time.ToString("yyyy-MM-dd HH:mm", null))));

    [Theory]
    [InlineData("2026-11-28 11:59", "2026-11-28 12:00", "before its origin the origin is the next")]
    [InlineData("2026-11-28 12:00", "2026-11-28 12:20", "counted from it, whenever it is asked")]
    [InlineData("2026-11-30 00:01", "2026-11-30 00:20", "also days later")]
    public void Rate_CountsFromItsOrigin(string after, string expected, string reason) =>
        Assert.True(Firings.Utc(expected) == ScheduleExpression.Parse("rate(20 minutes)").Next(Firings.Utc(after), TimeZoneInfo.Utc, Firings.Utc("2026-11-28 12:00")), reason);

    [Theory]
    [InlineData("rate(999999999 days)")]
    [InlineData("rate(999999999 minutes)")]
    public void Rate_NeverComesAgain_WhenItIsBeyondTheCalendar(string expression) =>
        _ = Firings.Of(ScheduleExpression.Parse(expression), Firings.Utc("2026-11-28 00:00"), TimeZoneInfo.Utc).Take(10).Count();

    [Theory]
    [InlineData("cron(0 1 * * * *)", "day-of-week, column 14: AWS's cron does not take both day fields. Write ? in one of them.")]
    [InlineData("cron(0 1 ? * ? *)", "day-of-month, column 10: Both day fields are '?'. Write * in one of them.")]
    [InlineData("cron(7 20 * * NOT *)", "day-of-week, column 15: AWS's cron does not take both day fields.")]
    [InlineData("cron(INVALID)", "here are 1")]
    [InlineData("cron()", "here are 0")]
    [InlineData("cron(0 10 * * ?)", "here are 5")]
    [InlineData("cron( 0 10 * * ? *)", "column 6: AWS's cron has six fields")]
    [InlineData("cron(0 dummy ? * MON-FRI *)", "hour, column 8: 'dummy' is no hour. Write 0 to 23.")]
    [InlineData("cron(71 8 1 * ? *)", "minute, column 6: '71' is no minute. Write 0 to 59.")]
    [InlineData("cron(0 8 0 * ? *)", "day-of-month, column 10: '0' is no day-of-month.")]
    [InlineData("cron(0 8 ? * 0 *)", "day-of-week, column 14: '0' is no day-of-week. Write 1 to 7 or SUN to SAT.")]
    [InlineData("cron(0 8 ? 13 MON *)", "month, column 12: '13' is no month. Write 1 to 12 or JAN to DEC.")]
    [InlineData("cron(0 8 1 1 ? 2200)", "year, column 16: '2200' is no year. Write 1970 to 2199.")]
    [InlineData("cron(0 8 ? * FRI-MON *)", "day-of-week, column 14: The range FRI-MON runs backwards. Write it as two: 6-7,1-2.")]
    [InlineData("cron(0 8 ? * MON#6 *)", "day-of-week, column 18: '6' is no week of a month.")]
    [InlineData("cron(0 8 ? * 3#1,6#3 *)", "day-of-week, column 16: '1,6#3' is no week of a month. Write 1 to 5 behind #, and nothing else in the field.")]
    [InlineData("cron(0 8 1,15W * ? *)", "day-of-month, column 10: '1,15' is no day-of-month.")]
    [InlineData("cron(0/0 8 1 * ? *)", "minute, column 8: '0' is no step. Give a whole number from 1 to 60.")]
    [InlineData("cron(0 8 1/2/3 * ? *)", "column 10: '1/2/3' is no day-of-month")]
    [InlineData("cron(0 8 1-2-3 * ? *)", "column 10: '1-2-3' is no day-of-month")]
    [InlineData("cron(0 8 , * ? *)", "column 10: '' is no day-of-month")]
    [InlineData("cron(-1 8 1 * ? *)", "column 6: '' is no minute")]
    [InlineData("cron(٣ 8 1 * ? *)", "column 6: '٣' is no minute")]
    [InlineData("rate(10 seconds)", "unit, column 9: 'seconds' is no unit. Write minute, minutes, hour, hours, day or days.")]
    [InlineData("rate(10 years)", "'years' is no unit")]
    [InlineData("rate()", "is no rate. Write a whole number, one space and a unit, such as 5 minutes.")]
    [InlineData("rate(10)", "is no rate. Write a whole number, one space and a unit, such as 5 minutes.")]
    [InlineData("rate(10 minutess)", "'minutess' is no unit")]
    [InlineData("rate(foo minutes)", "is no rate.")]
    [InlineData("rate(0 minutes)", "value, column 6: The number is 0.")]
    [InlineData("rate(-10 minutes)", "is no rate.")]
    [InlineData("rate(10 MINUTES)", "'MINUTES' is no unit")]
    [InlineData("rate( 10 minutes )", "is no rate.")]
    [InlineData("rate(99999999999 minutes)", "is no rate.")]
    [InlineData(" rate(10 minutes)", "Write at(")]
    [InlineData("at(2021-12-31T23:59:59Z)", "column 4: '2021-12-31T23:59:59Z' is no time. Write yyyy-mm-ddThh:mm:ss, without a zone.")]
    [InlineData("at(2021-12-31)", "is no time.")]
    [InlineData("at(2021-02-30T00:00:00)", "is no time.")]
    [InlineData("", "Write at(")]
    [InlineData("5 * * * *", "Write at(")]
    public void Parse_NamesWhatIsWrong(string expression, string fault)
    {
        var error = Assert.Throws<ScheduleSyntaxException>(() => ScheduleExpression.Parse(expression));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(1 hours)")]
    [InlineData("rate(10 minute)")]
    [InlineData("rate(10 day)")]
    [InlineData("at(2030-01-01T00:00:00)")]
    public void ParseRule_RefusesWhatRulesDoNotTake_ButSchedulerDoes(string expression)
    {
        Assert.Equal(expression, ScheduleExpression.Parse(expression).Text);
        Assert.Throws<ScheduleSyntaxException>(() => ScheduleExpression.ParseRule(expression));
    }

    [Theory]
    [InlineData("Europe/Paris", true)]
    [InlineData("UTC", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Nowhere/City", false)]
    [InlineData("", false)]
    [InlineData("../../../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("zone.tab", false)]
    public void Zone_IsOneOfTheSystems(string name, bool isThere) => Assert.Equal(isThere, ScheduleZone.Find(name) is not null);
}
