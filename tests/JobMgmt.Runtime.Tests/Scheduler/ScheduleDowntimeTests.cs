using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scheduler;

/// <summary>What becomes of times that pass while the runtime is away.</summary>
public sealed class ScheduleDowntimeTests : ScheduleTestBase
{
    [Theory]
    [InlineData("rate(10 minutes)", "{}", "13:05", "20261124T130000Z", 5, "2026-11-24T12:10:00Z", "2026-11-24T12:50:00Z", "the last of six is carried out, five are missed")]
    [InlineData("cron(0/10 * * * ? *)", "{}", "12:15", "20261124T121000Z", 0, null, null, "one alone is late, not missed")]
    [InlineData("cron(0 13 * * ? *)", """{"MaximumEventAgeInSeconds":60}""", "13:05", null, 1, "2026-11-24T13:00:00Z", "2026-11-24T13:00:00Z", "older than its target takes: missed")]
    [InlineData("cron(0 13 * * ? *)", "{}", "2026-11-25 13:00:01", "20261125T130000Z", 1, "2026-11-24T13:00:00Z", "2026-11-24T13:00:00Z", "a day")]
    [InlineData("at(2026-11-24T13:00:00)", "{}", "13:05", "20261124T130000Z", 0, null, null, "once")]
    [InlineData("at(2026-11-24T13:00:00)", "{}", "2026-11-25 13:00:01", null, 1, "2026-11-24T13:00:00Z", "2026-11-24T13:00:00Z", "once, but more than a day ago")]
    [InlineData("rate(1 minute)", "{}", "2026-12-24 12:00:30", "20261224T120000Z", 11_440, "2026-11-24T12:01:00Z", "2026-12-24T11:59:00Z", "a month of minutes: of what is older than a week not all is counted")]
    public async Task LastMissedTime_IsCarriedOut_AndTheOthersAreReported(
        string expression, string policy, string until, string? started, int missed, string? first, string? last, string reason)
    {
        await CreateMachineAsync();
        await LogEventsAsync("jobmgmt.scheduler");
        await CreateAsync("s", expression, target: $$"""{"RetryPolicy":{{policy}}}""");
        await SettleAsync();
        var before = expression.StartsWith("rate", StringComparison.Ordinal) ? 1 : 0; // a rate starts at once
        await ExecutionsAsync(before);

        await Runtime.DisposeAsync();
        Clock.SetUtcNow(At(until));
        await StartAsync();
        await SettleAsync();

        var executions = await ExecutionsAsync(before + (started is null ? 0 : 1));
        Assert.True(started is null || executions[^1].Text("name")!.StartsWith($"s-{started}-", StringComparison.Ordinal), reason);
        var events = await EventsAsync(missed == 0 ? 0 : 1);
        if (missed > 0)
        {
            var detail = events[0].Object("detail")!;
            Assert.Equal(("Schedule Missed", (long?)missed, first, last), (events[0].Text("detail-type"), detail.Number("missed"), detail.Text("firstScheduledTime"), detail.Text("lastScheduledTime")));
            Assert.Equal(started is null, detail["startedScheduledTime"] is null);
        }
    }

    [Fact]
    public async Task Schedule_GoesOn_AfterTheDowntime()
    {
        await CreateMachineAsync();
        await CreateAsync("s", "cron(0/10 * * * ? *)");

        await Runtime.DisposeAsync();
        Clock.SetUtcNow(At("12:45"));
        await StartAsync();
        await SettleAsync();
        await AdvanceToAsync("12:50");

        Assert.Equal(["s-20261124T124000Z", "s-20261124T125000Z"], (await ExecutionsAsync(2)).Select(execution => execution.Text("name")![..18]));
    }

    [Fact]
    public async Task RuleSchedule_CatchesUpToo()
    {
        await CreateMachineAsync();
        await LogEventsAsync("jobmgmt.scheduler");
        await Runtime.CallAsync("events", "PutRule", ("Name", "r"), ("ScheduleExpression", "rate(10 minutes)"));
        await Runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "m"), ("Arn", Machine), ("RoleArn", Executions.StatesDriver.Role))])));

        await Runtime.DisposeAsync();
        Clock.SetUtcNow(At("12:45"));
        await StartAsync();
        await SettleAsync();

        var execution = Assert.Single(await ExecutionsAsync(1));
        Assert.Contains("\"time\":\"2026-11-24T12:40:00Z\"", execution.Text("input"), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await EventsAsync(1)).Object("detail")!.Number("missed"));
    }
}
