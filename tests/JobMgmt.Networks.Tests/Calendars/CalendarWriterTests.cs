using CsCheck;
using JobMgmt.Networks.Calendars;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Tests.Calendars;

/// <summary>Writers of one calendar in every order in which their calls can come to its parameter.</summary>
public sealed class CalendarWriterTests
{
    private static readonly StoredCalendar _first = new(
        new JobCalendar { Name = "jp", FirstYear = 2026, LastYear = 2029, Dates = Enumerable.Range(0, 8).Select(i => new CalendarDate(Day(20 + i), false, "listed")).ToArray() }, null);

    /// <summary>Each writer closes a day of its own, takes one off the list, and changes it: all of them are in what is there in the end.</summary>
    [Fact]
    public void EveryChangeIsKept_InWhateverOrderTheWritersCome() => Gen.Select(Gen.Int[2, 6], Gen.Int[1, 3], Gen.Int[0, 1000].Array[400]).Sample(
        (writers, changes, turns) =>
        {
            var store = new TurnwiseCalendarStore(_first);
            var all = Enumerable.Range(0, writers).Select(writer => ChangeAsync(store, writer, changes)).ToArray();
            for (var i = 0; store.Waiting > 0; i++)
            {
                Assert.True(i < 5000, "The writers come to no end.");
                store.Let(turns[i % turns.Length] % store.Waiting);
            }

            Assert.All(all, writer => Assert.True(writer.IsCompletedSuccessfully && writer.Result, writer.Exception?.ToString() ?? "A writer gave up."));
            var expected = Enumerable.Range(0, writers).SelectMany(writer => Enumerable.Range(0, changes).Select(i => Day(100 + (writer * 10) + i)))
                .Concat(Enumerable.Range(writers, 8 - writers).Select(i => Day(20 + i)));
            Assert.Equal(expected.OrderBy(day => day), store.Newest.Calendar.Dates.Select(entry => entry.Date));
        },
        iter: 300);

    /// <summary>What the module's earlier versions wrote says nothing of what was read: it stands as it is.</summary>
    [Fact]
    public void AVersionThatSaysNothingOfWhatWasRead_ReplacesWhatWasThere()
    {
        var plain = _first with { Calendar = _first.Calendar with { Dates = [] } };
        Assert.Empty(CalendarVersions.Settle([new(1, _first), new(2, plain)]).Calendar.Dates);
    }

    /// <summary>Two change different members, the third opens a day: none takes the others' back.</summary>
    [Fact]
    public void MembersAndDates_AreChangedEachForItself()
    {
        var zone = _first with { Calendar = _first.Calendar with { TimeZone = "Asia/Tokyo" }, ReadVersion = 1 };
        var weekdays = _first with { Calendar = _first.Calendar with { OpenWeekdays = [DayOfWeek.Saturday], Description = "d" }, As = "ChangeCalendar", ReadVersion = 1 };
        var day = _first with { Calendar = _first.Calendar with { DayStart = TimeSpan.FromHours(6), Dates = [.. _first.Calendar.Dates, new(Day(20), true, "open")] }, ReadVersion = 1 };

        var settled = CalendarVersions.Settle([new(1, _first), new(2, zone), new(3, weekdays), new(4, day)]);

        Assert.Equal(("Asia/Tokyo", "d", "ChangeCalendar", TimeSpan.FromHours(6)), (settled.Calendar.TimeZone, settled.Calendar.Description, settled.As, settled.Calendar.DayStart));
        Assert.Equal([DayOfWeek.Saturday], settled.Calendar.OpenWeekdays);
        Assert.True(settled.Calendar.IsOpen(Day(20)));
        Assert.Equal(8, settled.Calendar.Dates.Count);
    }

    private static async Task<bool> ChangeAsync(TurnwiseCalendarStore store, int writer, int changes)
    {
        for (var i = 0; i < changes; i++)
        {
            var (number, read) = await store.ReadAsync().ConfigureAwait(false);
            var dates = read.Calendar.Dates.Where(entry => entry.Date != Day(20 + writer)).Append(new CalendarDate(Day(100 + (writer * 10) + i), false, "x"));
            var changed = new StoredCalendar(read.Calendar with { Dates = dates.ToArray() }, read.As, number);
            if (await CalendarWriter.WriteAsync(store, changed, CancellationToken.None).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static DateTime Day(int number) => new DateTime(2026, 1, 1).AddDays(number);
}
