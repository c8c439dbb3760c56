using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Schedules.Tests.Calendars;

public sealed class CalendarGateTests
{
    /// <summary>November 2026: the 1st is a Sunday, the 3rd and the 23rd are holidays.</summary>
    private static readonly JobCalendar _japan = new()
    {
        Name = "jp",
        Dates = [new(new(2026, 11, 3), false, "文化の日"), new(new(2026, 11, 23), false, "勤労感謝の日"), new(new(2026, 12, 31), false, "年末")],
        FirstYear = 2025,
        LastYear = 2028,
    };

    [Theory]
    [InlineData("cron(0 21 ? * MON *)", "None", null, "2026-11-02,2026-11-09,2026-11-16,2026-11-30", "JP1: do not run")]
    [InlineData("cron(0 21 ? * MON *)", "Next", null, "2026-11-02,2026-11-09,2026-11-16,2026-11-24,2026-11-30", "JP1: run on the day after")]
    [InlineData("cron(0 21 ? * MON *)", "Previous", null, "2026-11-02,2026-11-09,2026-11-16,2026-11-20,2026-11-30", "JP1: run on the day before")]
    [InlineData("cron(0 21 ? * MON,TUE *)", "Next", null, "2026-11-02,2026-11-04,2026-11-09,2026-11-10,2026-11-16,2026-11-17,2026-11-24,2026-11-30", "two due days that meet run once")]
    [InlineData("cron(0 21 1,15 * ? *)", "Next", null, "2026-11-02,2026-11-16", "Sundays")]
    [InlineData("cron(0 21 1 * ? *)", "Previous", null, "", "over the month's end: 1 November is a Sunday, which ran in October, and 1 December is open")]
    [InlineData("cron(0 21 L * ? *)", "Previous", null, "2026-11-30", "the month's last day")]
    [InlineData("cron(0 21 ? * 6#4 *)", "None", null, "2026-11-27", "the fourth Friday")]
    [InlineData("cron(0 21 ? * 2L *)", "None", null, "2026-11-30", "the last Monday")]
    [InlineData("cron(0 21 * * ? *)", "None", "1,-1", "2026-11-02,2026-11-30", "first and last business day")]
    [InlineData("cron(0 21 * * ? *)", "None", "-4", "2026-11-25", "three business days before the last")]
    [InlineData("cron(0 21 * 12 ? *)", "None", "1", "", "in December only")]
    [InlineData("cron(0 21 * * ? 2027)", "None", "1", "", "in 2027 only")]
    public void Runs_OnTheDaysOfTheRule(string cron, string shift, string? numbers, string expected, string reason)
    {
        var rule = DayRule.Of(cron, Enum.Parse<CalendarShift>(shift), numbers?.Split(',').Select(int.Parse).ToArray());
        var days = Enumerable.Range(0, 30).Select(i => new DateTime(2026, 11, 1).AddDays(i)).Where(day => CalendarGate.Decide(_japan, rule, day).Runs).Select(day => $"{day:yyyy-MM-dd}");
        Assert.True(expected == string.Join(",", days), $"{reason}: {string.Join(",", days)}");
    }

    [Theory]
    [InlineData("Next", "2026-11-24", true, "moved from 2026-11-23 (勤労感謝の日)")]
    [InlineData("Next", "2026-11-23", false, "closed: 勤労感謝の日")]
    [InlineData("Next", "2026-11-28", false, "closed: SAT")]
    [InlineData("Next", "2026-11-25", false, "not due")]
    [InlineData("Previous", "2026-11-20", true, "moved from 2026-11-23 (勤労感謝の日)")]
    [InlineData("Previous", "2026-11-30", true, "due")]
    public void Decision_SaysWhy(string shift, string date, bool runs, string reason)
    {
        var decision = CalendarGate.Decide(_japan, DayRule.Of("cron(0 21 ? * MON *)", Enum.Parse<CalendarShift>(shift)), DateTime.Parse(date));
        Assert.Equal((runs, reason), (decision.Runs, decision.Reason));
    }

    [Fact]
    public void EveryDueDay_RunsOnce_OrMeetsAnother()
    {
        var random = new Random(20261128);
        for (var round = 0; round < 40; round++)
        {
            var calendar = _japan with { Dates = Enumerable.Range(0, 200).Select(_ => new CalendarDate(new DateTime(2025, 1, 1).AddDays(random.Next(1461)), random.Next(3) == 0)).ToArray() };
            var rule = DayRule.Of($"cron(0 0 {random.Next(1, 32)},{random.Next(1, 32)} * ? *)", round % 2 == 0 ? CalendarShift.Next : CalendarShift.Previous);
            var span = Enumerable.Range(100, 1200).Select(i => calendar.FirstDate.AddDays(i)).ToArray();
            var expected = span.Where(rule.Due.Has).Select(day => calendar.IsOpen(day) ? day : rule.Shift == CalendarShift.Next ? calendar.NextOpen(day) : calendar.PreviousOpen(day)).Distinct();
            var runs = span.Where(day => CalendarGate.Decide(calendar, rule, day).Runs);
            Assert.Equal(expected.Where(day => day > span[30] && day < span[^30]).Order(), runs.Where(day => day > span[30] && day < span[^30]));
        }
    }

    [Theory]
    [InlineData("cron(30 3 ? * MON-FRI *)", "cron(30 3 * * ? *)")]
    [InlineData("cron(0/15 9-17 L 3 ? 2027)", "cron(0/15 9-17 * * ? *)")]
    public void Schedule_FiresDaily_AtTheCronsTimes(string cron, string daily) => Assert.Equal(daily, DayRule.Of(cron).DailyCron);

    [Theory]
    [InlineData("rate(1 day)", "None", null, "rate and at do not name days")]
    [InlineData("cron(0 21 15W * ? *)", "None", null, "day-of-month, column 11: '15W' asks for the nearest weekday")]
    [InlineData("cron(0 21 LW * ? *)", "Next", null, "-BusinessDay -1")]
    [InlineData("cron(0 21 1 * ? *)", "None", "1", "Both the cron and BusinessDay choose days")]
    [InlineData("cron(0 21 * * ? *)", "Next", "1", "a business day is never closed")]
    [InlineData("cron(0 21 * * ? *)", "None", "0", "0 is no business day")]
    [InlineData("cron(0 21 * * ? *)", "None", "1,32", "32 is no business day")]
    public void ARuleThatCanNotBeKept_IsRefused_WithTheFix(string cron, string shift, string? numbers, string told) => Assert.Contains(
        told,
        Assert.Throws<ScheduleSyntaxException>(() => DayRule.Of(cron, Enum.Parse<CalendarShift>(shift), numbers?.Split(',').Select(int.Parse).ToArray())).Message,
        StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void DueDays_AreTheCronsOwn()
    {
        foreach (var days in new[] { "? * MON-FRI", "? 1,7 2#3", "? * 6L", "L * ?", "1,15,31 * ?", "*/10 2-4 ?", "29 2 ?", "* * ?", "? * L" })
        {
            var text = $"cron(0 0 {days} 2026-2029)";
            var rule = DayRule.Of(text);
            var cron = ScheduleExpression.Parse(text);
            for (var day = new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero); day.Year < 2030; day = day.AddDays(1))
            {
                Assert.True(rule.Due.Has(day.Date) == (cron.Next(day.AddTicks(-1), TimeZoneInfo.Utc, day) == day), $"{text} on {day:d}");
            }
        }
    }
}
