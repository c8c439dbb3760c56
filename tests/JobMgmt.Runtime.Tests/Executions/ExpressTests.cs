using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>EXPRESS state machines, over the API.</summary>
public sealed class ExpressTests : RestartableTests
{
    private const string Pass = """{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}""";
    private const string Waiting = """{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 20, "Next": "B"}, "B": {"Type": "Pass", "End": true}}}""";

    [Fact]
    public async Task StartSyncExecution_AnswersTheOutput()
    {
        var machine = await CreateAsync("e", Pass);

        var answer = await States.CallAsync("StartSyncExecution", ("stateMachineArn", machine), ("name", "n"), ("input", """{"a":1}"""));

        Assert.Equal("SUCCEEDED", Text(answer, "status"));
        Assert.Equal("""{"a":1}""", Text(answer, "output"));
        Assert.Matches("^arn:aws:states:us-east-1:[0-9]{12}:express:e:n:[0-9a-f-]{36}$", Text(answer, "executionArn"));
        Assert.Equal("""{"billedMemoryUsedInMB":64,"billedDurationInMilliseconds":100}""", answer["billingDetails"]!.ToString());
    }

    [Fact]
    public async Task StartSyncExecution_WaitsForTheEnd_AndTellsAFailure()
    {
        var machine = await CreateAsync("e", Waiting);
        var call = States.CallAsync("StartSyncExecution", ("stateMachineArn", machine));
        await TimerAsync();
        Assert.False(call.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("SUCCEEDED", Text(await call, "status"));

        var failing = await CreateAsync("f", """{"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "E", "Cause": "C"}}}""");
        var failed = await States.CallAsync("StartSyncExecution", ("stateMachineArn", failing));
        Assert.Equal("FAILED E C", $"{Text(failed, "status")} {Text(failed, "error")} {Text(failed, "cause")}");
    }

    [Fact]
    public async Task Execution_TimesOut_AfterFiveMinutes()
    {
        var machine = await CreateAsync("e", """{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 3600, "End": true}}}""");
        var call = States.CallAsync("StartSyncExecution", ("stateMachineArn", machine));
        await TimerAsync();

        Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await call;
        Assert.Equal("TIMED_OUT States.Timeout", $"{Text(answer, "status")} {Text(answer, "error")}");
    }

    [Fact]
    public async Task StartExecution_TakesTheSameNameAgain_AndLeavesNothingBehind()
    {
        var machine = await CreateAsync("e", Waiting);
        var first = await States.StartAsync(machine, name: "same");
        var second = await States.StartAsync(machine, name: "same");
        Assert.NotEqual(first, second);
        Clock.Advance(TimeSpan.FromSeconds(21));
        await States.SettleAsync();

        await States.CallAsync("DeleteStateMachine", ("stateMachineArn", machine)); // would be DELETING if one still ran

        var refusal = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync("DescribeStateMachine", ("stateMachineArn", machine)));
        Assert.Equal("StateMachineDoesNotExist", refusal.Code);
    }

    [Fact]
    public async Task AsyncExecution_GoesOn_AfterARestart()
    {
        await Runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "g"));
        var machine = await CreateAsync("e", Waiting, LogTo("g"));
        await States.StartAsync(machine);
        await Runtime.DisposeAsync();
        await StartAsync();

        Clock.Advance(TimeSpan.FromSeconds(21));
        await States.SettleAsync();

        Assert.Equal("ExecutionStarted WaitStateEntered WaitStateExited PassStateEntered PassStateExited ExecutionSucceeded", await LoggedAsync("g"));
    }

    [Fact]
    public async Task StandardMachine_IsRefused_AndSoIsWaitingForAnExpressOne()
    {
        var standard = await States.CreateAsync("s", Pass);
        var refusal = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync("StartSyncExecution", ("stateMachineArn", standard)));
        Assert.Equal("StateMachineTypeNotSupported", refusal.Code);

        var express = await CreateAsync("e", Pass);
        var parent = await States.CreateAsync("p", Calling("states:startExecution.sync", express));
        var ended = await States.EndAsync(await States.StartAsync(parent));
        Assert.Equal("StepFunctions.StateMachineTypeNotSupportedException", Text(ended, "error"));
    }

    [Fact]
    public async Task Task_StartsAnExpressExecution_AndWaitsWithTheSdkCall()
    {
        var express = await CreateAsync("e", Pass);
        var parent = await States.CreateAsync("p", Calling("aws-sdk:sfn:startSyncExecution", express));

        var ended = await States.EndAsync(await States.StartAsync(parent));

        Assert.Equal("SUCCEEDED", Text(ended, "status"));
        Assert.Equal("""{"b":2}""", Text((JsonObject)JsonValue.Parse(Text(ended, "output")), "Output"));
    }

    [Fact]
    public async Task Logs_ShowNoData_UnlessAskedFor_AndStopWithTheirGroup()
    {
        await Runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "g"));
        var machine = await CreateAsync("e", Pass, LogTo("g"));
        await States.CallAsync("StartSyncExecution", ("stateMachineArn", machine), ("input", """{"secret":1}"""));
        var messages = await MessagesAsync("g");
        Assert.All(messages, message => Assert.DoesNotContain("secret", message.ToString(), StringComparison.Ordinal));

        await Runtime.CallAsync("logs", "DeleteLogGroup", ("logGroupName", "g"));
        Assert.Equal("SUCCEEDED", Text(await States.CallAsync("StartSyncExecution", ("stateMachineArn", machine)), "status"));
        var groups = await Runtime.CallAsync("logs", "DescribeLogGroups", ("logGroupNamePrefix", "g"));
        Assert.Empty((JsonArray)groups["logGroups"]!);
    }

    private static JsonValue LogTo(string group) => JsonValue.Parse(
        """{"level":"ALL","destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:us-east-1:000000000000:log-group:GROUP:*"}}]}"""
            .Replace("GROUP", group, StringComparison.Ordinal));

    private static string Calling(string action, string machine) =>
        """{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ACTION", "Parameters": {"StateMachineArn": "MACHINE", "Input": {"b": 2}}, "End": true}}}"""
            .Replace("ACTION", action, StringComparison.Ordinal).Replace("MACHINE", machine, StringComparison.Ordinal);

    private static string Text(JsonObject answer, string name) => StatesDriver.Text(answer, name);

    private async Task<string> CreateAsync(string name, string definition, JsonValue? logging = null) => Text(
        await States.CallAsync(
            "CreateStateMachine", ("name", name), ("definition", definition), ("roleArn", StatesDriver.Role), ("type", "EXPRESS"), ("loggingConfiguration", logging)),
        "stateMachineArn");

    /// <summary>Until the execution waits for a timer.</summary>
    private Task TimerAsync() => Eventually.IsTrueAsync(() => States.NextDue is not null);

    private async Task<IReadOnlyList<JsonObject>> MessagesAsync(string group) =>
        [.. ((JsonArray)(await Runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", group)))["events"]!).Cast<JsonObject>()
            .Select(item => (JsonObject)JsonValue.Parse(Text(item, "message")))];

    private async Task<string> LoggedAsync(string group) => string.Join(' ', (await MessagesAsync(group)).Select(message => Text(message, "type")));
}
