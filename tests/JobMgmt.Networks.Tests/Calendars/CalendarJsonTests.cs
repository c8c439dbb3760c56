using CsCheck;
using JobMgmt.Networks.Calendars;
using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Calendars;

public sealed class CalendarJsonTests
{
    [Fact]
    public void Calendar_ReadsBack() => CalendarSamples.Calendar.Sample(calendar =>
    {
        var stored = CalendarJson.Write(calendar).ToString();
        var read = CalendarJson.Read(stored, "random");
        Assert.Equal(stored, CalendarJson.Write(read).ToString());
        Assert.Equal(calendar.Dates, read.Dates);
        Assert.Equal((calendar.FirstYear, calendar.LastYear, calendar.DayStart, calendar.ListedUntil), (read.FirstYear, read.LastYear, read.DayStart, read.ListedUntil));
        Assert.All(Enumerable.Range(0, 365 * 4), i => Assert.Equal(calendar.IsOpen(calendar.FirstDate.AddDays(i)), read.IsOpen(calendar.FirstDate.AddDays(i))));
    });

    [Fact]
    public void Rule_ReadsBack() => CalendarSamples.Rule.Sample(rule =>
        Assert.Equal(DayRuleJson.Write(rule), DayRuleJson.Write(DayRuleJson.Read(DayRuleJson.Write(rule), rule.DailyCron)!)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Name":"x","TimeZone":"UTC","DayStart":"six","OpenWeekdays":["MON"],"Days":{"2026":"C"}}""")]
    [InlineData("""{"Name":"x","TimeZone":"UTC","DayStart":"06:00","OpenWeekdays":["MOND"],"Days":{"2026":"C"}}""")]
    [InlineData("""{"Name":"x","TimeZone":"UTC","DayStart":"06:00","OpenWeekdays":["MON"],"Days":{}}""")]
    public void WhatIsNoCalendar_IsToldWithItsName(string text) =>
        Assert.Contains("'x'", Assert.Throws<CalendarException>(() => CalendarJson.Read(text, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void ACalendarOfHolidays_FitsTheStandardTier()
    {
        var holidays = Enumerable.Range(0, 60).Select(i => new CalendarDate(new DateTime(2026, 1, 1).AddDays(i * 17), false, "国民の祝日"));
        var calendar = new JobCalendar { Name = "jp", TimeZone = "Asia/Tokyo", Dates = holidays.ToArray(), FirstYear = 2025, LastYear = 2028 };
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(CalendarJson.Write(calendar).ToString()), 3000, 4096);
    }

    [Fact]
    public void Offsets_AreThoseOfTheZone_ToTheMinute()
    {
        var calendar = new JobCalendar { Name = "ny", TimeZone = "America/New_York", FirstYear = 2026, LastYear = 2026 };
        Assert.Equal(
            """{"2025-12-30T00:00:00Z":-300,"2026-03-08T07:00:00Z":-240,"2026-11-01T06:00:00Z":-300}""", ((JsonObject)CalendarJson.Write(calendar)["Offsets"]!).ToString());
    }
}
