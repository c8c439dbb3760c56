using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scheduler;

public sealed class ScheduleFiringTests : ScheduleTestBase
{
    [Fact]
    public async Task Cron_StartsAnExecution_AtEachOfItsTimes()
    {
        await CreateMachineAsync();
        await CreateAsync("nightly", "cron(0/10 * * * ? *)", target: """{"Input":"{\"n\":1}"}""");

        foreach (var time in new[] { "12:09", "12:10", "12:19", "12:20" })
        {
            await AdvanceToAsync(time);
        }

        var executions = await ExecutionsAsync(2);
        Assert.All(executions, execution => Assert.Equal("""{"n":1}""", execution.Text("input")));
        Assert.Matches("^nightly-20261124T121000Z-[0-9a-f]{16}$", executions[0].Text("name"));
        Assert.Matches("^nightly-20261124T122000Z-[0-9a-f]{16}$", executions[1].Text("name"));
        Assert.Equal([At("12:10"), At("12:20")], executions.Select(execution => execution.Instant("startDate")!.Value));
    }

    [Fact]
    public async Task Input_HasItsKeywordsReplaced_AndAnAbsentOneIsANotification()
    {
        await CreateMachineAsync();
        await CreateAsync(
            "words", "at(2026-11-24T12:30:00)", target: """{"Input":"[\"<aws.scheduler.schedule-arn>\",\"<aws.scheduler.scheduled-time>\",\"<aws.scheduler.execution-id>\",<aws.scheduler.attempt-number>]"}""");
        await CreateAsync("plain", "at(2026-11-24T12:40:00)");

        await AdvanceToAsync("12:30");
        await AdvanceToAsync("12:40");

        var executions = await ExecutionsAsync(2);
        Assert.Matches(
            """^\["arn:aws:scheduler:us-east-1:000000000000:schedule/default/words","2026-11-24T12:30:00Z","[0-9a-f]{16}",1\]$""", executions[0].Text("input"));
        Assert.EndsWith(JsonValue.Parse(executions[0].Text("input")!) is JsonArray words ? ((JsonString)words[2]).Value : "", executions[0].Text("name"), StringComparison.Ordinal);
        var sent = (JsonObject)JsonValue.Parse(executions[1].Text("input")!);
        Assert.Equal(
            JsonValue.Parse("""
                {"version":"0","detail-type":"Scheduled Event","source":"aws.scheduler","account":"000000000000","time":"2026-11-24T12:40:00Z","region":"us-east-1",
                 "resources":["arn:aws:scheduler:us-east-1:000000000000:schedule/default/plain"],"detail":"{}"}
                """),
            sent.Without("id"));
    }

    [Theory]
    [InlineData("rate(30 minutes)", "{}", "12:00 12:30 13:00 13:30", "a rate starts at once")]
    [InlineData("rate(30 minutes)", """{"StartDate":1795523100}""", "12:25 12:55 13:25", "or at its start date, and counts from there")]
    [InlineData("rate(30 minutes)", """{"EndDate":1795523400}""", "12:00 12:30", "the end date is the last time")]
    [InlineData("cron(0/30 * * * ? *)", """{"StartDate":1795523400}""", "12:30 13:00 13:30", "cron on its start date or later")]
    [InlineData("cron(15 7 * * ? *)", """{"ScheduleExpressionTimezone":"America/New_York"}""", "12:15", "the zone's clock")]
    [InlineData("at(2026-11-24T21:20:00)", """{"ScheduleExpressionTimezone":"Asia/Tokyo","StartDate":1795523400,"EndDate":1795523400}""", "12:20", "one time has no use for dates")]
    [InlineData("at(2026-11-24T12:00:00)", "{}", "12:00", "the minute that has begun")]
    [InlineData("at(2026-11-24T11:59:59)", "{}", "", "what is past never comes, also of the minute before")]
    [InlineData("cron(0 0 1 1 ? 2020)", "{}", "", "the same of cron")]
    [InlineData("cron(0/30 * * * ? *)", """{"State":"DISABLED"}""", "", "disabled")]
    public async Task Schedule_Fires_AtItsTimesAlone(string expression, string members, string times, string reason)
    {
        await CreateMachineAsync();
        await CreateAsync("s", expression, members);

        for (var minute = 0; minute <= 95; minute += 5)
        {
            await AdvanceToAsync(At("12:00").AddMinutes(minute).ToString("HH:mm", null));
        }

        var expected = times.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = await ExecutionsAsync(expected.Length);
        Assert.True(expected.SequenceEqual(found.Select(execution => execution.Instant("startDate")!.Value.ToString("HH:mm", null))), reason);
    }

    [Fact]
    public async Task FlexibleWindow_FiresOnceWithinTheWindow_UnderTheTimeItWasScheduledFor()
    {
        await CreateMachineAsync();
        await CreateAsync("s", "cron(0 13 * * ? *)", """{"FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":60}}""");

        for (var minute = 0; minute < 130; minute++)
        {
            await AdvanceToAsync(At("12:00").AddMinutes(minute).ToString("HH:mm", null));
        }

        var execution = Assert.Single(await ExecutionsAsync(1));
        Assert.StartsWith("s-20261124T130000Z-", execution.Text("name"), StringComparison.Ordinal);
        Assert.InRange(execution.Instant("startDate")!.Value, At("13:00"), At("14:00"));
    }

    [Theory]
    [InlineData("DELETE", "at(2026-11-24T12:30:00)", "{}", true)]
    [InlineData("NONE", "at(2026-11-24T12:30:00)", "{}", false)]
    [InlineData("DELETE", "rate(1 day)", """{"EndDate":1795608000}""", false)]
    [InlineData("DELETE", "rate(1 day)", """{"EndDate":1795590000}""", true)]
    public async Task ActionAfterCompletion_DeletesTheSchedule_AfterItsLastInvocation(string action, string expression, string members, bool isDeleted)
    {
        await CreateMachineAsync();
        await CreateAsync("s", expression, $$"""{"ActionAfterCompletion":"{{action}}",{{members[1..]}}""".Replace(",}", "}", StringComparison.Ordinal));

        await SettleAsync();
        await AdvanceToAsync("12:30");

        await ExecutionsAsync(1);
        Assert.Equal(isDeleted ? 0 : 1, (await CallAsync("ListSchedules")).Objects("Schedules").Count);
    }

    [Theory]
    [InlineData("""{"Arn":"arn:aws:scheduler:::aws-sdk:sfn:startExecution","Input":"{\"StateMachineArn\":\"MACHINE\",\"Name\":\"mine-<aws.scheduler.execution-id>\",\"Input\":{\"a\":[1]}}"}""", "^mine-[0-9a-f]{16}$")]
    [InlineData("""{"Arn":"arn:aws:scheduler:::aws-sdk:sfn:startExecution","Input":"{\"StateMachineArn\":\"MACHINE\",\"Input\":\"{\\\"a\\\":[1]}\"}"}""", "^s-20261124T121500Z-[0-9a-f]{16}$")]
    public async Task UniversalTarget_StartsAnExecution(string target, string name)
    {
        await CreateMachineAsync();
        await CreateAsync("s", "at(2026-11-24T12:15:00)", target: target.Replace("MACHINE", Machine, StringComparison.Ordinal));

        await AdvanceToAsync("12:15");

        var execution = Assert.Single(await ExecutionsAsync(1));
        Assert.Equal("""{"a":[1]}""", execution.Text("input"));
        Assert.Matches(name, execution.Text("name"));
    }

    [Theory]
    [InlineData("""{"Arn":"BUS","EventBridgeParameters":{"DetailType":"Tick","Source":"mine"},"Input":"{\"at\":\"<aws.scheduler.scheduled-time>\"}"}""")]
    [InlineData("""{"Arn":"arn:aws:scheduler:::aws-sdk:eventbridge:putEvents","Input":"{\"Entries\":[{\"Source\":\"mine\",\"DetailType\":\"Tick\",\"Detail\":\"{\\\"at\\\":\\\"<aws.scheduler.scheduled-time>\\\"}\"}]}"}""")]
    public async Task Target_PutsEvents(string target)
    {
        await LogEventsAsync("mine");
        await CreateAsync("s", "at(2026-11-24T12:15:00)", target: target.Replace("BUS", Bus, StringComparison.Ordinal));

        await AdvanceToAsync("12:15");

        var put = Assert.Single(await EventsAsync(1));
        Assert.Equal(("Tick", """{"at":"2026-11-24T12:15:00Z"}"""), (put.Text("detail-type"), put["detail"]!.ToString()));
    }

    [Fact]
    public async Task UniversalTarget_CallsAnyOperationOfTheRuntime()
    {
        await CreateAsync("s", "at(2026-11-24T12:15:00)", target: """{"Arn":"arn:aws:scheduler:::aws-sdk:ssm:putParameter","Input":"{\"Name\":\"/last\",\"Value\":\"<aws.scheduler.scheduled-time>\",\"Type\":\"String\"}"}""");

        await AdvanceToAsync("12:15");

        Assert.Equal("2026-11-24T12:15:00Z", (await Runtime.CallAsync("ssm", "GetParameter", ("Name", "/last"))).Object("Parameter")!.Text("Value"));
    }

    [Fact]
    public async Task Target_ThatRefuses_IsReported_AndNotTriedAgain()
    {
        await LogEventsAsync("jobmgmt.scheduler");
        await CreateAsync("s", "at(2026-11-24T12:15:00)", """{"ActionAfterCompletion":"DELETE"}""", """{"DeadLetterConfig":{"Arn":"arn:aws:sqs:us-east-1:000000000000:dlq"}}""");

        await AdvanceToAsync("12:15");
        await AdvanceToAsync("13:15");

        var failed = Assert.Single(await EventsAsync(1));
        Assert.Equal("Schedule Failed", failed.Text("detail-type"));
        Assert.Equal(
            JsonValue.Parse($$"""
                {"arn":"arn:aws:scheduler:us-east-1:000000000000:schedule/default/s","scheduledTime":"2026-11-24T12:15:00Z","attempts":1,"target":"{{Machine}}",
                 "deadLetterArn":"arn:aws:sqs:us-east-1:000000000000:dlq","error":"StateMachineDoesNotExist","cause":"State Machine Does Not Exist: '{{Machine}}'"}
                """),
            failed.Object("detail")!.Without("executionId"));
        Assert.Empty((await CallAsync("ListSchedules")).Objects("Schedules"));
    }

    [Fact]
    public async Task Update_ReplacesEverything_AndARateCountsOnWhereItsExpressionStays()
    {
        await CreateMachineAsync();
        await CreateAsync("s", "rate(30 minutes)", """{"Description":"old"}""");
        await SettleAsync();
        await AdvanceToAsync("12:10");

        await Runtime.Client.CallAsync("scheduler", "UpdateSchedule", Request("s", "rate(30 minutes)"));
        Assert.Null((await CallAsync("GetSchedule", ("Name", "s")))["Description"]);
        await AdvanceToAsync("12:30");
        await AdvanceToAsync("12:31");
        await Runtime.Client.CallAsync("scheduler", "UpdateSchedule", Request("s", "rate(1 hours)"));
        await SettleAsync();

        var executions = await ExecutionsAsync(3);
        Assert.Equal(["12:00", "12:30", "12:31"], executions.Select(execution => execution.Instant("startDate")!.Value.ToString("HH:mm", null)));
    }

    [Fact]
    public async Task DisabledSchedule_StartsNothing_AlsoNotWhatItsWindowHeldBack()
    {
        await CreateMachineAsync();
        await CreateAsync("s", "cron(1 12 * * ? *)", """{"FlexibleTimeWindow":{"Mode":"FLEXIBLE","MaximumWindowInMinutes":1440}}""");
        await AdvanceToAsync("12:01");

        await Runtime.Client.CallAsync("scheduler", "UpdateSchedule", Request("s", "cron(1 12 * * ? *)", """{"State":"DISABLED"}"""));
        await AdvanceToAsync("2026-11-25 12:30:00");

        Assert.True((await ExecutionsAsync(0)).Length == 0, "unless the window's chance was its first second");
    }

    [Fact]
    public async Task Group_GoesWithItsSchedules()
    {
        await CreateMachineAsync();
        await CallAsync("CreateScheduleGroup", ("Name", "g"));
        await CreateAsync("s", "rate(10 minutes)", """{"GroupName":"g","StartDate":1795522200}""");

        await CallAsync("DeleteScheduleGroup", ("Name", "g"));
        await AdvanceToAsync("12:20");

        await ExecutionsAsync(0);
        Assert.Equal("ResourceNotFoundException", (await Assert.ThrowsAsync<AwsErrorException>(() => CallAsync("GetSchedule", ("Name", "s"), ("GroupName", "g")))).Code);
    }
}
