using CsCheck;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Tests.Calendars;

/// <summary>Random calendars, rules and instants around what goes wrong: years' and months' ends, leap years, nights in which clocks change, day starts.</summary>
internal static class CalendarSamples
{
    private static readonly string[] _zones = ["UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca", "Pacific/Kiritimati", "Pacific/Chatham"];

    private static readonly Gen<CalendarDate> _date = Gen.Select(
        Gen.Int[-400, 1500], Gen.Bool, Gen.OneOf("", "元日", "stock taking; \"q\" {% %}"), (day, isOpen, reason) => new CalendarDate(new DateTime(2027, 1, 1).AddDays(day), isOpen, reason));

    /// <summary>Closed weekdays are often many, so that what moves moves far, and often none, so that all that is closed is listed.</summary>
    internal static Gen<JobCalendar> Calendar { get; } = Gen.Select(
        Gen.OneOf(_zones),
        Gen.OneOf(0, 0, 6 * 60, 90, 23 * 60 + 59),
        Gen.Enum<DayOfWeek>().Array[0, 7],
        _date.Array[0, 60],
        Gen.Int[2026, 2031],
        (zone, start, weekdays, dates, year) => new JobCalendar
        {
            Name = "random",
            TimeZone = zone,
            DayStart = TimeSpan.FromMinutes(start),
            OpenWeekdays = weekdays.Distinct().DefaultIfEmpty(DayOfWeek.Wednesday).ToArray(),
            Dates = dates,
            ListedUntil = dates.Length % 2 == 0 ? null : dates[0].Date,
            FirstYear = 0,
            LastYear = 0,
        }.Covering(year));

    internal static Gen<DayRule> Rule { get; } = Gen.Select(
        Gen.OneOf(
            "? * MON", "? * MON-FRI", "? * 6L", "? * 2#1", "? * FRI#5", "25 * ?", "1,15,31 * ?", "L * ?", "* * ?", "29 2 ?", "1 1 ?", "31 12 ?", "L 2,12 ?", "*/5 */3 ?"),
        Gen.OneOf("*", "*", "2027-2028"),
        Gen.Enum<CalendarShift>(),
        Gen.Int[-23, 23].Where(n => n != 0).Array[1, 3],
        Gen.Int[0, 3],
        (days, year, shift, numbers, kind) => kind == 0
            ? DayRule.Of($"cron(0 21 * {days.Split(' ')[1]} ? {year})", CalendarShift.None, numbers)
            : DayRule.Of($"cron(0 21 {days} {year})", shift));

    /// <summary>Instants from before the calendar to after it; most of them near the turn of a day, month or year, or a change of the clock.</summary>
    internal static Gen<DateTimeOffset> Due(JobCalendar calendar)
    {
        var first = new DateTimeOffset(calendar.FirstDate, TimeSpan.Zero);
        var days = (calendar.LastDate - calendar.FirstDate).Days;
        return Gen.Select(
            Gen.OneOf(Gen.Int[-3, days + 3], Gen.Int[-3, 3], Gen.Int[days - 3, days + 3], Gen.Int[360, 370], Gen.Int[0, 47].Select(month => (first.AddMonths(month) - first).Days)),
            Gen.OneOf(Gen.Int[0, 86_399], Gen.Int[0, 30].Select(n => n * 3600 % 86_400)),
            (day, second) => first.AddDays(day).AddSeconds(second));
    }
}
