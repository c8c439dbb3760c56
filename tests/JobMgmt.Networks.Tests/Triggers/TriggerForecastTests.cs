using System.Globalization;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Tests.Triggers;

public sealed class TriggerForecastTests
{
    private static readonly DateTimeOffset _made = Instant("2026-11-01T00:00:30");

    [Theory]
    // every day, by the zone's clock
    [InlineData("0 3 * * *", "Asia/Tokyo", "2026-11-28T00:00", "2026-11-30T00:00", "2026-11-28T18:00", "2026-11-29T18:00")]
    // AWS's six fields
    [InlineData("0 3 L * ? *", "UTC", "2026-11-28T00:00", "2027-01-01T00:00", "2026-11-30T03:00", "2026-12-31T03:00")]
    // the 13th or a Friday: two schedules, and 2026-11-13, which is both, once
    [InlineData("0 3 13 * FRI", "UTC", "2026-11-12T00:00", "2026-11-21T00:00", "2026-11-13T03:00", "2026-11-20T03:00")]
    [InlineData("0 3 14 * FRI", "UTC", "2026-11-12T00:00", "2026-11-21T00:00", "2026-11-13T03:00", "2026-11-14T03:00", "2026-11-20T03:00")]
    [InlineData("@daily", "UTC", "2026-11-28T00:00", "2026-11-29T00:00", "2026-11-29T00:00")]
    public void Cron_IsDue(string cron, string zone, string after, string until, params string[] expected) =>
        Assert.Equal(expected, Times(new JobTrigger { Cron = cron, TimeZone = zone }, after, until));

    [Fact]
    public void Rate_CountsFromItsStart_OrFromWhenItWasMade()
    {
        Assert.Equal(["2026-11-01T12:00:30"], Times(new JobTrigger { Rate = "12 hours" }, "2026-11-01T00:00:30", "2026-11-01T23:00", "s"));
        Assert.Equal(["2026-11-10T00:00:00", "2026-11-10T12:00:00"], Times(new JobTrigger { Rate = "12 hours", StartDate = "2026-11-10T00:00:00" }, "2026-11-01T00:00", "2026-11-10T23:00", "s"));
    }

    [Fact]
    public void StartAndEnd_AreByTheZonesClock()
    {
        var trigger = new JobTrigger { Cron = "0 3 * * *", TimeZone = "Asia/Tokyo", StartDate = "2026-11-10T03:00:00", EndDate = "2026-11-11T03:00:00" };

        Assert.Equal(["2026-11-09T18:00", "2026-11-10T18:00"], Times(trigger, "2026-11-01T00:00", "2026-12-01T00:00"));
        Assert.Null(TriggerForecast.Next(trigger, null, _made, Instant("2026-11-10T18:00")));
    }

    [Theory]
    [InlineData("30 2 * * *", TriggerGap.Skip, "2027-03-27T01:30", "2027-03-29T00:30")]
    [InlineData("30 2 * * *", TriggerGap.RunAfter, "2027-03-27T01:30", "2027-03-28T01:00", "2027-03-29T00:30")]
    // several of the hour that is left out make one
    [InlineData("0/20 2 * * ? *", TriggerGap.RunAfter, "2027-03-27T01:00", "2027-03-27T01:20", "2027-03-27T01:40", "2027-03-28T01:00", "2027-03-29T00:00", "2027-03-29T00:20", "2027-03-29T00:40")]
    public void TimeThatIsLeftOut(string cron, TriggerGap gap, params string[] expected) =>
        Assert.Equal(expected, Times(new JobTrigger { Cron = cron, TimeZone = "Europe/Berlin", OnGap = gap }, "2027-03-27T00:00", "2027-03-29T02:00"));

    [Theory]
    [InlineData(TriggerRepeat.Once, "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData(TriggerRepeat.Twice, "2026-10-25T00:30", "2026-10-25T01:30", "2026-10-26T01:30")]
    public void TimeThatIsRepeated(TriggerRepeat repeat, params string[] expected) =>
        Assert.Equal(expected, Times(new JobTrigger { Cron = "30 2 * * *", TimeZone = "Europe/Berlin", OnRepeat = repeat }, "2026-10-25T00:00", "2026-10-26T02:00"));

    [Fact]
    public void DroppedRun_IsTold_BeforeItsNight()
    {
        var trigger = new JobTrigger { Name = "t", Cron = "30 2 * * *", TimeZone = "Europe/Berlin" };

        Assert.Equal(new DateTime(2027, 3, 28, 2, 30, 0), TriggerSchedules.FirstDropped(trigger, null, _made));
        Assert.Null(TriggerSchedules.FirstDropped(trigger with { OnGap = TriggerGap.RunAfter }, null, _made));
        Assert.Null(TriggerSchedules.FirstDropped(trigger with { Cron = "30 2 * 6 *" }, null, _made));
        Assert.Null(TriggerSchedules.FirstDropped(trigger with { EndDate = "2027-01-01T00:00:00" }, null, _made));
        // the night's Sunday is closed
        Assert.Null(TriggerSchedules.FirstDropped(trigger with { Calendar = "days" }, new JobCalendar { Name = "days", TimeZone = "Europe/Berlin", FirstYear = 2026, LastYear = 2028 }, _made));
        var dropped = Assert.Single(PlannedRun.Of("n", trigger, null, _made, Instant("2027-03-27T12:00"), Instant("2027-03-28T12:00")));
        Assert.False(dropped.Starts);
        Assert.StartsWith("2027-03-28 02:30", dropped.Note, StringComparison.Ordinal);
    }

    /// <summary>Mends are schedules of one time each: without one nothing starts then, and it is said which time that was.</summary>
    [Theory]
    [InlineData("30 2 * * *", "2027-03-28T01:00", "2027-03-28 02:30, which daylight saving leaves out")]
    [InlineData("30 2 * * *", "2027-10-31T01:30", "2027-10-31 02:30, which daylight saving repeats")]
    public void WhatNoScheduleMends_IsDropped(string cron, string instant, string note)
    {
        var trigger = new JobTrigger { Name = "t", Cron = cron, TimeZone = "Europe/Berlin", OnGap = TriggerGap.RunAfter, OnRepeat = TriggerRepeat.Twice };
        IReadOnlyList<PlannedRun> Runs(Func<DateTimeOffset, bool> isMended) =>
            PlannedRun.Of("n", trigger, null, _made, Instant(instant).AddMinutes(-20), Instant(instant).AddMinutes(20), isMended).ToArray();

        var dropped = Assert.Single(Runs(_ => false));
        Assert.Equal((false, Instant(instant), note), (dropped.Starts, dropped.DueTime, dropped.Note));
        Assert.True(Assert.Single(Runs(_ => true)).Starts);
    }

    [Fact]
    public void TheMendsOfATriggersSchedules_LastFiveYears()
    {
        var trigger = new JobTrigger { Name = "t", Cron = "30 2 * * *", TimeZone = "Europe/Berlin", OnGap = TriggerGap.RunAfter };
        var mends = TriggerSchedules.Of("n", trigger, _made).Select(schedule => TriggerSchedules.MendOf(trigger, schedule.Expression)).OfType<DateTimeOffset>().ToArray();

        Assert.Equal(5, mends.Length);
        Assert.Null(TriggerSchedules.FirstUnmended(trigger, mends, _made, TriggerSchedules.MendedUntil(_made)));
        Assert.Equal(Instant("2032-03-28T01:00"), TriggerSchedules.FirstUnmended(trigger, mends, _made, _made.AddYears(6)));
        Assert.Null(TriggerSchedules.FirstUnmended(trigger with { OnGap = TriggerGap.Skip }, [], _made, _made.AddYears(6)));
        Assert.Null(TriggerSchedules.MendOf(new JobTrigger { At = "2027-03-28T01:00:00" }, "at(2027-03-28T01:00:00)"));
    }

    /// <summary>Made at 12:00:30 on 2026-11-01.</summary>
    [Theory]
    [InlineData("at", "2026-11-01T12:00:00", null, null, "the minute that has begun")]
    [InlineData("at", "2026-11-01T11:59:59", null, "its time, 2026-11-01 11:59:59 (UTC), is in the past", "the minute before it, though less than a minute ago")]
    [InlineData("cron", "0 0 31 2 ? *", null, "its cron names no day that there is", "no day")]
    [InlineData("cron", "0 0 1 1 ? 1999", null, "all its times are in the past", "a year that is over")]
    [InlineData("cron", "0 0 1 1 ? *", null, "no time of it is before its EndDate, 2026-12-01 00:00:00 (UTC)", "an end that is too early")]
    [InlineData("cron", "0 0 29 2 ? *", "MON-FRI", null, "the only leap day until 2028 is a Tuesday")]
    [InlineData("cron", "0 0 ? * SUN *", "MON-FRI", "its calendar 'days' leaves none of its days, as far as it tells them: until 2028-12-31", "no Sunday is open")]
    [InlineData("cron", "0 0 ? * SUN *", null, null, "without a calendar one is")]
    public void WhatIsNeverDue_IsToldWithItsReason(string kind, string time, string? calendar, string? expected, string reason)
    {
        var trigger = new JobTrigger { Name = "t", Calendar = calendar is null ? null : "days", EndDate = reason.StartsWith("an end", StringComparison.Ordinal) ? "2026-12-01T00:00:00" : null };
        trigger = kind == "at" ? trigger with { At = time } : trigger with { Cron = time };
        var days = calendar is null ? null : new JobCalendar { Name = "days", FirstYear = 2025, LastYear = 2028 };

        Assert.True(expected == NeverDue.Reason(trigger, days, Instant("2026-11-01T12:00:30")), $"{reason}: {NeverDue.Reason(trigger, days, Instant("2026-11-01T12:00:30"))}");
    }

    [Theory]
    [InlineData("0 3 * * *", "0 3 1 1 *", "2027-01-01T03:00")]
    [InlineData("0 3 L * ? *", "0 3 * * SUN", "2027-01-31T03:00")]
    [InlineData("0 3 * * *", "30 3 * * *", null)]
    public void TriggersThatAreDueAtOnce(string one, string other, string? expected)
    {
        TriggerTimes Of(string cron) => new(new JobTrigger { Name = "t", Cron = cron }, null, _made);

        Assert.Equal(expected is null ? null : Instant(expected), Of(one).FirstWith(Of(other), _made));
        Assert.Equal(expected is null ? null : Instant(expected), Of(other).FirstWith(Of(one), _made));
    }

    private static string[] Times(JobTrigger trigger, string after, string until, string format = "yyyy-MM-dd'T'HH:mm") =>
        TriggerForecast.Between(trigger, null, _made, Instant(after), Instant(until)).Select(time => time.Instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)).ToArray();

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
