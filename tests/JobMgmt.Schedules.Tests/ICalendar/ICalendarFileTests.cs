using CsCheck;
using JobMgmt.Schedules.ICalendar;

namespace JobMgmt.Schedules.Tests.ICalendar;

public sealed class ICalendarFileTests
{
    private static readonly DateTime _first = new(2025, 1, 1);
    private static readonly DateTime _last = new(2028, 12, 31);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260101", "2026-01-01")]
    [InlineData("DTSTART:20260101", "2026-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260503|DTEND;VALUE=DATE:20260506", "2026-05-03,2026-05-04,2026-05-05")]
    [InlineData("DTSTART;VALUE=DATE:20260503|DURATION:P2D", "2026-05-03,2026-05-04")]
    [InlineData("DTSTART;VALUE=DATE:20251230|DTEND;VALUE=DATE:20260102", "2025-12-30,2025-12-31,2026-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260101|STATUS:CANCELLED", "")]
    [InlineData("DTSTART;VALUE=DATE:20260101|TRANSP:TRANSPARENT", "2026-01-01")] // as most holiday calendars have it
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;COUNT=3", "2026-01-01,2027-01-01,2028-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20260112|RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=2MO", "2026-01-12,2027-01-11,2028-01-10")] // the second Monday of January
    [InlineData("DTSTART;VALUE=DATE:20260131|RRULE:FREQ=MONTHLY;UNTIL=20260601", "2026-01-31,2026-03-31,2026-05-31")]
    [InlineData("DTSTART;VALUE=DATE:20260130|RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-01-30,2026-02-27,2026-03-31")]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3|EXDATE;VALUE=DATE:20260103|RDATE;VALUE=DATE:20260110", "2026-01-01,2026-01-05,2026-01-10")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20260101T100000", "")]
    [InlineData("DTSTART;X-A=\"a:b;c\";VALUE=DATE:2026|\t0101", "2026-01-01")] // folded within a value
    public void Days_AreThoseOfTheEvents(string lines, string expected) =>
        Assert.Equal(expected, string.Join(",", ICalendarFile.Parse(Event(lines)).Days(_first, _last).Select(day => $"{day.Date:yyyy-MM-dd}")));

    [Fact]
    public void AnInstance_ThatWasMoved_StandsInPlaceOfTheRepeatedOne()
    {
        var text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:all\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20260102\nDTSTART;VALUE=DATE:20260110\nSUMMARY:moved\\, once\nEND:VEVENT\nEND:VCALENDAR\n";
        Assert.Equal(
            ["2026-01-01 all", "2026-01-03 all", "2026-01-10 moved, once"], ICalendarFile.Parse(text).Days(_first, _last).Select(day => $"{day.Date:yyyy-MM-dd} {day.Summary}"));
    }

    [Fact]
    public void EventsWithTimes_AreTold() =>
        Assert.Equal(["2026-06-01 x"], ICalendarFile.Parse(Event("DTSTART:20260601T100000Z")).Timed);

    [Theory]
    [InlineData("", "line 1: This is no iCalendar file.")]
    [InlineData("<html>", "'<html>' is no line of an iCalendar file.")]
    [InlineData("a:b", "line 1: This is no iCalendar file.")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT", "BEGIN, line 2: VEVENT has no END.")]
    [InlineData("BEGIN:VCALENDAR\nEND:VEVENT", "END, line 2: VEVENT ends here")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR", "VEVENT, line 2: The event has no DTSTART.")]
    public void WhatIsNoCalendar_IsTold_WithItsLine(string text, string told) =>
        Assert.Contains(told, Assert.Throws<ICalendarException>(() => ICalendarFile.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261301", "DTSTART, line 3: '20261301' is no date.")]
    [InlineData("DTSTART:20260101|RRULE:FREQ=HOURLY", "RRULE, line 4: FREQ=HOURLY")]
    [InlineData("DTSTART:20260101|RRULE:FREQ=YEARLY;BYWEEKNO=1", "RRULE, line 4: BYWEEKNO is not understood.")]
    [InlineData("DTSTART:20260101|RRULE:FREQ=YEARLY;BYMONTH=13", "RRULE, line 4: BYMONTH has '13'. Write whole numbers from 1 to 12.")]
    [InlineData("DTSTART:20260101|RRULE:FREQ=WEEKLY;BYDAY=1MO", "RRULE, line 4: BYDAY has numbers")]
    [InlineData("DTSTART:20260101|RRULE:FREQ=WEEKLY;BYDAY=XX", "RRULE, line 4: BYDAY has 'XX', which is no weekday.")]
    [InlineData("DTSTART:20260101|DURATION:PT1H", "DURATION, line 4: 'PT1H' is no number of days.")]
    [InlineData("DTSTART:20260105|DTEND:20260101", "DTEND, line 4: The event ends before it begins")]
    public void WhatIsNotUnderstood_IsTold_WithItsLine(string lines, string told) => Assert.Contains(
        told, Assert.Throws<ICalendarException>(() => ICalendarFile.Parse(Event(lines)).Days(_first, _last)).Message, StringComparison.Ordinal);

    /// <summary>An independent expansion: Ical.Net's. Events begin on a day that their rule names, since RFC 5545 leaves open what others mean.</summary>
    [Fact]
    public void RepeatedDays_AreIcalNets() => _rule.Select(Gen.Int[-900, 900], Gen.Int[1, 4]).Sample((rule, offset, length) =>
    {
        var start = new DateTime(2026, 1, 1).AddDays(offset);
        var within = new RecurrenceRuleReader(new ContentLine("RRULE", new Dictionary<string, string>(), rule, 1)).Read() with { Count = null };
        if (within.Starts(start, start.AddYears(9)).Cast<DateTime?>().FirstOrDefault() is not { } first)
        {
            return;
        }

        // What the rule means may depend on the first day; then that day is of it.
        var text = Event($"DTSTART;VALUE=DATE:{first:yyyyMMdd}|DTEND;VALUE=DATE:{first.AddDays(length):yyyyMMdd}|RRULE:{rule}");
        var expected = Ical.Net.Calendar.Load(text)!.Events.Single().GetOccurrences().Select(one => one.Period.StartTime.Value).TakeWhile(day => day <= _last)
            .SelectMany(day => Enumerable.Range(0, length).Select(i => day.AddDays(i))).Where(day => day >= _first && day <= _last).Distinct().Order().ToArray();
        var found = ICalendarFile.Parse(text).Days(_first, _last).Select(day => day.Date).ToArray();
        Assert.True(expected.SequenceEqual(found), $"{rule} from {first:d}: {Show(expected)} was expected, it is {Show(found)}");
    }, iter: 1500);

    private static readonly Gen<string> _weekdays = Gen.OneOf("MO", "TU", "WE", "TH", "FR", "SA", "SU").Array[1, 3].Select(days => string.Join(",", days.Distinct()));

    private static readonly Gen<string> _rule = Gen.Select(
        Gen.OneOf(
            Gen.Const("FREQ=YEARLY"),
            Gen.Const("FREQ=MONTHLY"),
            Gen.Const("FREQ=DAILY"),
            Gen.Int[1, 12].Select(month => $"FREQ=YEARLY;BYMONTH={month}"),
            Gen.Select(Gen.Int[1, 12], Gen.Int[-31, 31].Where(n => n != 0)).Select(pair => $"FREQ=YEARLY;BYMONTH={pair.Item1};BYMONTHDAY={pair.Item2}"),
            Gen.Select(Gen.Int[1, 12], Gen.Int[-5, 5].Where(n => n != 0), Gen.OneOf("MO", "TH", "SU")).Select(one => $"FREQ=YEARLY;BYMONTH={one.Item1};BYDAY={one.Item2}{one.Item3}"),
            Gen.Int[-366, 366].Where(n => n != 0).Select(n => $"FREQ=YEARLY;BYYEARDAY={n}"),
            Gen.Int[-31, 31].Where(n => n != 0).Select(n => $"FREQ=MONTHLY;BYMONTHDAY={n}"),
            Gen.Select(Gen.Int[-5, 5].Where(n => n != 0), Gen.OneOf("TU", "SA")).Select(one => $"FREQ=MONTHLY;BYDAY={one.Item1}{one.Item2}"),
            Gen.Select(_weekdays, Gen.Int[-4, 4].Where(n => n != 0)).Select(one => $"FREQ=MONTHLY;BYDAY={one.Item1};BYSETPOS={one.Item2}"),
            _weekdays.Select(days => $"FREQ=WEEKLY;BYDAY={days}"),
            Gen.Select(_weekdays, Gen.OneOf("SU", "WE")).Select(one => $"FREQ=WEEKLY;BYDAY={one.Item1};WKST={one.Item2}"),
            _weekdays.Select(days => $"FREQ=DAILY;BYDAY={days}")),
        Gen.Int[1, 3],
        Gen.OneOf("", "", ";COUNT=5", ";UNTIL=20270615"),
        (rule, interval, end) => $"{rule}{(interval == 1 ? "" : $";INTERVAL={interval}")}{end}");

    private static string Event(string lines) => $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines.Replace("|", "\r\n", StringComparison.Ordinal)}\r\nSUMMARY:x\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static string Show(DateTime[] days) => $"{days.Length} days: {string.Join(", ", days.Take(6).Select(day => $"{day:yyyy-MM-dd}"))}";
}
