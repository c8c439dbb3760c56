using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class DeadlineTimeTests
{
    [Theory]
    [InlineData("06:30", null, "2026-11-28T06:29:59.999Z", "2026-11-28T06:30:00.000Z")]
    [InlineData("06:30", null, "2026-11-28T06:30:00Z", "2026-11-29T06:30:00.000Z")]
    [InlineData("06:30", "UTC", "2026-12-31T23:00:00Z", "2027-01-01T06:30:00.000Z")]
    [InlineData("06:30:15", "Asia/Tokyo", "2026-11-28T12:00:00Z", "2026-11-28T21:30:15.000Z")]
    [InlineData("00:00", "Asia/Tokyo", "2026-11-28T14:59:59Z", "2026-11-28T15:00:00.000Z")]
    [InlineData("06:30", "America/New_York", "2026-03-07T12:00:00Z", "2026-03-08T10:30:00.000Z")] // the clock was set forward in between
    [InlineData("06:30", "America/New_York", "2026-10-31T12:00:00Z", "2026-11-01T11:30:00.000Z")] // and back
    [InlineData("02:30", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T07:30:00.000Z")] // a time that it leaves out
    [InlineData("01:30", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-01T05:30:00.000Z")] // one that it shows twice
    [InlineData("23:59:59", "Pacific/Kiritimati", "2030-06-15T00:00:00Z", "2030-06-15T09:59:59.000Z")]
    [InlineData("12:00", "Europe/London", "2039-07-01T12:00:00Z", "2039-07-02T11:00:00.000Z")]
    public void Next_IsTheNextInstantAtWhichTheClockShowsTheTime(string time, string? zone, string start, string expected)
    {
        var expression = DeadlineTime.Next(time, zone).Replace("$states.context.Execution.StartTime", "$states.input", StringComparison.Ordinal);
        var machine = JsonObject.Of(
            ("QueryLanguage", "JSONata"),
            ("StartAt", "Next"),
            ("States", JsonObject.Of(("Next", JsonObject.Of(("Type", "Pass"), ("Output", $"{{% {expression} %}}"), ("End", true))))));

        var run = new MachineRun().Run(machine, new JsonString(start).ToString());

        var next = DateTimeOffset.Parse(((JsonString)run.Outcome!.Output!).Value, CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), next);
    }
}
