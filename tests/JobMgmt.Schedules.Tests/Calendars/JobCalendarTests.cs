using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Schedules.Tests.Calendars;

public sealed class JobCalendarTests
{
    /// <summary>Japan's, around the holidays of May and the year's end; a day begins at six.</summary>
    private static readonly JobCalendar _japan = new()
    {
        Name = "jp",
        TimeZone = "Asia/Tokyo",
        DayStart = TimeSpan.FromHours(6),
        Dates =
        [
            new(new(2026, 4, 29), false, "昭和の日"), new(new(2026, 5, 4), false, "みどりの日"), new(new(2026, 5, 5), false, "こどもの日"), new(new(2026, 5, 6), false, "休日"),
            new(new(2026, 12, 31), false), new(new(2027, 1, 1), false, "元日"), new(new(2026, 5, 9), true, "makes up"),
        ],
        FirstYear = 2026,
        LastYear = 2027,
    };

    [Theory]
    [InlineData("2026-05-01", true, 1, -19)]
    [InlineData("2026-05-06", false, null, null)]
    [InlineData("2026-05-07", true, 2, -18)]
    [InlineData("2026-05-09", true, 4, -16)] // a Saturday that is open
    [InlineData("2026-05-29", true, 19, -1)]
    [InlineData("2026-12-30", true, 22, -1)]
    [InlineData("2027-01-04", true, 1, -20)]
    public void BusinessDays_AreCountedFromBothEndsOfTheMonth(string date, bool isOpen, int? number, int? fromEnd)
    {
        var day = DateTime.Parse(date);
        Assert.Equal((isOpen, number, fromEnd), (_japan.IsOpen(day), _japan.BusinessDayOfMonth(day), _japan.BusinessDayFromEnd(day)));
    }

    [Theory]
    [InlineData("2026-05-02", "2026-05-01", "2026-05-07")]
    [InlineData("2026-05-01", "2026-04-30", "2026-05-07")]
    [InlineData("2026-12-31", "2026-12-30", "2027-01-04")] // over the year's end
    public void OpenDays_AreFoundOnBothSides(string date, string previous, string next) =>
        Assert.Equal((DateTime.Parse(previous), DateTime.Parse(next)), (_japan.PreviousOpen(DateTime.Parse(date)), _japan.NextOpen(DateTime.Parse(date))));

    [Theory]
    [InlineData("Asia/Tokyo", "06:00", "2026-11-28T20:59:59Z", "2026-11-28")]
    [InlineData("Asia/Tokyo", "06:00", "2026-11-28T21:00:00Z", "2026-11-29")]
    [InlineData("America/New_York", "06:00", "2026-03-08T10:00:00Z", "2026-03-08")] // 06:00 EDT in the night in which an hour is left out
    [InlineData("America/New_York", "06:00", "2026-03-08T09:59:59Z", "2026-03-07")]
    [InlineData("America/New_York", "01:30", "2026-11-01T05:30:00Z", "2026-11-01")] // 01:30 comes twice: the day begins,
    [InlineData("America/New_York", "01:30", "2026-11-01T06:00:00Z", "2026-10-31")] // the clock is set back before it,
    [InlineData("America/New_York", "01:30", "2026-11-01T06:30:00Z", "2026-11-01")] // and it begins again
    [InlineData("UTC", "00:00", "2028-02-29T23:59:59Z", "2028-02-29")]
    public void BusinessDate_IsTheClocks_LessTheDaysStart(string zone, string start, string instant, string date) => Assert.Equal(
        DateTime.Parse(date), (_japan with { TimeZone = zone, DayStart = TimeSpan.Parse(start) }).BusinessDateOf(DateTimeOffset.Parse(instant)));

    [Fact]
    public void ADayThatTheCalendarDoesNotTell_IsAnError() => Assert.Equal(
        "The calendar 'jp' tells the days from 2026-01-01 to 2027-12-31, not 2028-01-01. Renew it: Set-JobCalendar jp.",
        Assert.Throws<CalendarException>(() => _japan.NextOpen(new DateTime(2027, 12, 31))).Message);

    [Fact]
    public void Merged_IsOpenWhereBothAre()
    {
        var factory = new JobCalendar
        {
            Name = "factory",
            OpenWeekdays = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Friday],
            Dates = [new(new(2026, 5, 8), false, "repairs"), new(new(2026, 5, 6), true, "open here")],
            FirstYear = 2026,
            LastYear = 2027,
        };
        foreach (var merged in new[] { _japan.MergedWith(factory), factory.MergedWith(_japan) })
        {
            for (var day = new DateTime(2026, 4, 1); day.Year < 2027; day = day.AddDays(1))
            {
                Assert.True(merged.IsOpen(day) == (_japan.IsOpen(day) && factory.IsOpen(day)), $"{day:yyyy-MM-dd}");
            }

            Assert.Equal("repairs", merged.ClosedBy(new DateTime(2026, 5, 8)));
        }
    }

    [Theory]
    [InlineData("", "Name")]
    [InlineData("a/b", "Name")]
    [InlineData("TimeZone=Tokyo", "TimeZone")]
    [InlineData("DayStart=24:00", "DayStart")]
    [InlineData("DayStart=00:00:30", "DayStart")]
    [InlineData("Closed", "OpenWeekdays")]
    public void WhatCanNotBeUsed_IsNamed(string what, string member)
    {
        var calendar = what switch
        {
            "TimeZone=Tokyo" => _japan with { TimeZone = "Tokyo" },
            "DayStart=24:00" => _japan with { DayStart = TimeSpan.FromDays(1) },
            "DayStart=00:00:30" => _japan with { DayStart = TimeSpan.FromSeconds(30) },
            "Closed" => _japan with { OpenWeekdays = [], Dates = [] },
            var name => _japan with { Name = name },
        };
        Assert.Equal(member, Assert.Throws<CalendarException>(calendar.Check).Member);
    }
}
