using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scheduler;

/// <summary>Rules with a schedule expression.</summary>
public sealed class RuleScheduleTests : ScheduleTestBase
{
    [Theory]
    [InlineData("rate(10 minutes)", "12:10 12:20", "one period after the rule was made")]
    [InlineData("cron(5,15 12 * * ? *)", "12:05 12:15", "in UTC")]
    public async Task Rule_SendsAScheduledEvent_ToItsTargets(string expression, string times, string reason)
    {
        await CreateMachineAsync();
        await PutAsync(("ScheduleExpression", expression));
        await LogEventsAsync("aws.events"); // another rule, which sees none of it

        for (var minute = 0; minute <= 25; minute += 5)
        {
            await AdvanceToAsync(At("12:00").AddMinutes(minute).ToString("HH:mm", null));
        }

        var expected = times.Split(' ');
        var executions = await ExecutionsAsync(expected.Length);
        Assert.Equal(expected, executions.Select(execution => execution.Instant("startDate")!.Value.ToString("HH:mm", null)));
        Assert.Equal(
            JsonValue.Parse($$"""
                {"version":"0","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000","time":"2026-11-24T{{expected[0]}}:00Z","region":"us-east-1",
                 "resources":["arn:aws:events:us-east-1:000000000000:rule/r"],"detail":{} }
                """),
            ((JsonObject)JsonValue.Parse(executions[0].Text("input")!)).Without("id"));
        Assert.Empty(await EventsAsync(0));
        Assert.Equal(expression, (await Runtime.CallAsync("events", "DescribeRule", ("Name", "r"))).Text("ScheduleExpression"));
        Assert.True(reason.Length > 0);
    }

    [Fact]
    public async Task Rule_WithBoth_FiresAtItsTimesAndForItsEvents()
    {
        await CreateMachineAsync();
        await PutAsync(("ScheduleExpression", "rate(1 hour)"), ("EventPattern", """{"source":["mine"]}"""));

        await Runtime.CallAsync("events", "PutEvents", ("Entries", JsonValue.Parse("""[{"Source":"mine","DetailType":"d","Detail":"{}"}]""")));
        await SettleAsync();
        await AdvanceToAsync("13:00");

        Assert.Equal(["12:00", "13:00"], (await ExecutionsAsync(2)).Select(execution => execution.Instant("startDate")!.Value.ToString("HH:mm", null)));
    }

    [Fact]
    public async Task DisabledRule_SendsNothing_AndARateCountsFromWhenItIsEnabled()
    {
        await CreateMachineAsync();
        await PutAsync(("ScheduleExpression", "rate(10 minutes)"));
        await Runtime.CallAsync("events", "DisableRule", ("Name", "r"));
        await AdvanceToAsync("12:15");
        await Runtime.CallAsync("events", "EnableRule", ("Name", "r"));
        await AdvanceToAsync("12:20");
        await Runtime.CallAsync("events", "EnableRule", ("Name", "r")); // as it is: changes nothing
        await AdvanceToAsync("12:25");

        Assert.Equal("12:25", Assert.Single(await ExecutionsAsync(1)).Instant("startDate")!.Value.ToString("HH:mm", null));
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(10 minute)")]
    [InlineData("rate(10 MINUTES)")]
    [InlineData("cron(0 1 * * * *)")]
    [InlineData("cron(71 8 1 * ? *)")]
    [InlineData("at(2030-01-01T00:00:00)")]
    public async Task PutRule_RefusesAnExpression_InAwsWords(string expression)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Runtime.CallAsync("events", "PutRule", ("Name", "r"), ("ScheduleExpression", expression)));

        Assert.Equal(("ValidationException", "Parameter ScheduleExpression is not valid."), (error.Code, error.ServiceMessage));
    }

    private async Task PutAsync(params (string Name, JsonValue? Value)[] members)
    {
        await Runtime.CallAsync("events", "PutRule", [("Name", "r"), .. members]);
        await Runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "m"), ("Arn", Machine), ("RoleArn", Executions.StatesDriver.Role))])));
    }
}
