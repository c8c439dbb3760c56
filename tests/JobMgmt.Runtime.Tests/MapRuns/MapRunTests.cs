using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.MapRuns;

/// <summary>Distributed Maps over the API: what their children are, how many run at once, and what stops them.</summary>
public sealed class MapRunTests : IAsyncLifetime
{
    private MapRunDriver _maps = null!;

    private StatesDriver States => _maps.States;

    public async Task InitializeAsync() => _maps = await MapRunDriver.StartAsync();

    public async Task DisposeAsync() => await _maps.DisposeAsync();

    [Fact]
    public async Task Children_AreExecutions_ThatTheirMapRunAloneLists()
    {
        var machine = await _maps.CreateAsync("{}");
        var execution = await States.StartAsync(machine, "[1,2,3]");

        var ended = await States.EndAsync(execution);

        Assert.Equal("[1,2,3]", StatesDriver.Text(ended, "output"));
        Assert.Equal(
            "ExecutionStarted MapStateEntered MapStateStarted MapRunStarted MapRunSucceeded MapStateSucceeded MapStateExited ExecutionSucceeded",
            await States.TypesAsync(execution));
        var children = await _maps.ChildrenAsync(execution);
        Assert.Equal(3, children.Count);
        Assert.Single((JsonArray)(await States.CallAsync("ListExecutions", ("stateMachineArn", machine)))["executions"]!);
        var mapRun = await _maps.MapRunAsync(execution);
        var child = await States.DescribeAsync(StatesDriver.Text(children[1], "executionArn"));
        Assert.Equal(
            ("2", "2", mapRun, $"{machine}/L", "SUCCEEDED"),
            (StatesDriver.Text(child, "input"), StatesDriver.Text(child, "output"), StatesDriver.Text(child, "mapRunArn"), StatesDriver.Text(child, "stateMachineArn"),
                StatesDriver.Text(child, "status")));
        Assert.StartsWith($"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}/L:", StatesDriver.Text(child, "executionArn"), StringComparison.Ordinal);
        Assert.Equal((mapRun, "1"), (StatesDriver.Text(children[0], "mapRunArn"), children[0]["itemCount"]!.ToString()));
        Assert.Equal("ExecutionStarted PassStateEntered PassStateExited ExecutionSucceeded", await States.TypesAsync(StatesDriver.Text(child, "executionArn")));
        var described = await States.CallAsync("DescribeStateMachineForExecution", ("executionArn", child["executionArn"]));
        Assert.Equal((mapRun, "L"), (StatesDriver.Text(described, "mapRunArn"), StatesDriver.Text(described, "label")));
        Assert.Contains("\"StartAt\":\"One\"", StatesDriver.Text(described, "definition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DescribeMapRun_TellsSettingsAndCounts()
    {
        var machine = await _maps.CreateAsync("""{"MaxConcurrency":5,"ToleratedFailurePercentage":12.5,"ItemBatcher":{"MaxItemsPerBatch":2}}""");
        var execution = await States.StartAsync(machine, "[1,2,3]");
        await States.EndAsync(execution);

        var run = await _maps.DescribeAsync(execution);

        Assert.Equal(
            ("SUCCEEDED", "5", "12.5", "0", execution),
            (StatesDriver.Text(run, "status"), run["maxConcurrency"]!.ToString(), run["toleratedFailurePercentage"]!.ToString(), run["toleratedFailureCount"]!.ToString(),
                StatesDriver.Text(run, "executionArn")));
        Assert.Equal("succeeded 2 total 2", await _maps.CountsAsync(execution));
        Assert.Equal("succeeded 3 total 3", await _maps.CountsAsync(execution, "itemCounts"));
        Assert.NotNull(run["stopDate"]);
    }

    [Fact]
    public async Task NoItems_GiveAnEmptyResult()
    {
        var ended = await _maps.RunAsync(await _maps.CreateAsync("{}"), "[]");

        Assert.Equal("[]", StatesDriver.Text(ended, "output"));
    }

    [Fact]
    public async Task MaxConcurrency_IsHeld_AndUpdateMapRunChangesIt()
    {
        var activity = await _maps.CreateActivityAsync();
        var machine = await _maps.CreateAsync("""{"MaxConcurrency":2}""", Work(activity));
        var execution = await States.StartAsync(machine, "[1,2,3,4,5,6]");
        Assert.Equal("pending 4 running 2 total 6", await _maps.CountsAsync(execution));

        await _maps.SucceedAsync(await _maps.TakeAsync(activity));
        Assert.Equal("pending 3 running 2 succeeded 1 total 6", await _maps.CountsAsync(execution));

        await States.CallAsync("UpdateMapRun", ("mapRunArn", await _maps.MapRunAsync(execution)), ("maxConcurrency", 4));
        Assert.Equal("pending 1 running 4 succeeded 1 total 6", await _maps.CountsAsync(execution));

        for (var i = 0; i < 5; i++)
        {
            await _maps.SucceedAsync(await _maps.TakeAsync(activity));
        }

        Assert.Equal("[1,2,3,4,5,6]", StatesDriver.Text(await States.EndAsync(execution), "output"));
    }

    [Fact]
    public async Task Failure_FailsTheMapRun_AndAbortsTheOthers()
    {
        var activity = await _maps.CreateActivityAsync();
        var execution = await States.StartAsync(await _maps.CreateAsync("""{"MaxConcurrency":2}""", Work(activity)), "[1,2,3]");
        await States.SettleAsync();

        await _maps.FailAsync(await _maps.TakeAsync(activity));

        var ended = await States.EndAsync(execution);
        Assert.Equal(
            ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded"),
            (StatesDriver.Text(ended, "error"), StatesDriver.Text(ended, "cause")));
        Assert.EndsWith("MapRunFailed MapStateFailed ExecutionFailed", await States.TypesAsync(execution), StringComparison.Ordinal);
        Assert.Equal("pending 1 failed 1 aborted 1 total 3", await _maps.CountsAsync(execution));
        Assert.Equal("FAILED", StatesDriver.Text(await _maps.DescribeAsync(execution), "status"));
    }

    [Theory]
    [InlineData("""{"ToleratedFailureCount":1}""", "SUCCEEDED")]
    [InlineData("""{"ToleratedFailurePercentage":50}""", "SUCCEEDED")]
    [InlineData("""{"ToleratedFailurePercentage":10}""", "FAILED")]
    public async Task ToleratedFailures_LeaveTheMapRunGoOn(string tolerated, string status)
    {
        var definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"C","States":{
            "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"F"}],"Default":"P"},"F":{"Type":"Fail","Error":"Two"},"P":{"Type":"Pass","End":true}}} } } }
            """;
        var state = (JsonObject)JsonValue.Parse(definition);
        var map = ((JsonObject)JsonValue.Parse(tolerated)).Aggregate(
            (JsonObject)((JsonObject)state["States"]!)["M"]!, (all, field) => all.With(field.Key, field.Value));
        var execution = await States.StartAsync(await States.CreateAsync("tolerant", state.With("States", JsonObject.Of(("M", map))).ToString()), "[1,2,3]");

        Assert.Equal(status, StatesDriver.Text(await States.EndAsync(execution), "status"));
    }

    [Fact]
    public async Task StopExecution_AbortsTheMapRunAndItsChildren()
    {
        var activity = await _maps.CreateActivityAsync();
        var execution = await States.StartAsync(await _maps.CreateAsync("""{"MaxConcurrency":2}""", Work(activity)), "[1,2,3]");
        await States.SettleAsync();
        var children = await _maps.ChildrenAsync(execution);

        await States.CallAsync("StopExecution", ("executionArn", execution));

        Assert.Equal("pending 1 aborted 2 total 3", await _maps.CountsAsync(execution));
        Assert.Equal("ABORTED", StatesDriver.Text(await _maps.DescribeAsync(execution), "status"));
        Assert.All(await Task.WhenAll(children.Select(child => States.DescribeAsync(StatesDriver.Text(child, "executionArn")))), child =>
            Assert.Equal("ABORTED", StatesDriver.Text(child, "status")));
    }

    [Fact]
    public async Task MachineTimeout_AbortsTheMapRun()
    {
        var activity = await _maps.CreateActivityAsync();
        var execution = await States.StartAsync(await _maps.CreateAsync("{}", Work(activity), machine: """{"TimeoutSeconds":60}"""), "[1]");
        await States.SettleAsync();

        Assert.Equal("TIMED_OUT", StatesDriver.Text(await States.EndAsync(execution), "status"));

        Assert.Equal("aborted 1 total 1", await _maps.CountsAsync(execution));
    }

    [Fact]
    public async Task DeletedMachine_StartsNoMoreChildren()
    {
        var activity = await _maps.CreateActivityAsync();
        var machine = await _maps.CreateAsync("""{"MaxConcurrency":1,"ToleratedFailurePercentage":100}""", Work(activity));
        var execution = await States.StartAsync(machine, "[1,2,3]");
        await States.SettleAsync();
        var task = await _maps.TakeAsync(activity);

        await States.CallAsync("DeleteStateMachine", ("stateMachineArn", machine));
        await _maps.FailAsync(task);

        await States.SettleAsync();
        Assert.Equal("ABORTED", StatesDriver.Text(await States.DescribeAsync(execution), "status"));
        Assert.Equal("pending 2 aborted 1 total 3", await _maps.CountsAsync(execution));
    }

    [Fact]
    public async Task Retry_StartsAnotherMapRun()
    {
        var machine = await _maps.CreateAsync(
            """{"Retry":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"MaxAttempts":1}]}""", """{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{}}""");
        var execution = await States.StartAsync(machine, "[1]");

        await States.EndAsync(execution);

        Assert.Equal(2, ((JsonArray)(await States.CallAsync("ListMapRuns", ("executionArn", execution)))["mapRuns"]!).Count);
    }

    [Fact]
    public async Task ExpressChildren_LeaveNoExecutions()
    {
        var machine = await _maps.CreateAsync("""{"ItemSelector":{"a.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index"}}""", type: "EXPRESS");
        var execution = await States.StartAsync(machine, """["x","y"]""");

        var ended = await States.EndAsync(execution);

        Assert.Equal("""[{"a":"x","i":0},{"a":"y","i":1}]""", StatesDriver.Text(ended, "output"));
        Assert.Equal("succeeded 2 total 2", await _maps.CountsAsync(execution));
        Assert.Empty(await _maps.ChildrenAsync(execution));
    }

    [Fact]
    public async Task ExpressChildren_TimeOutAfterFiveMinutes()
    {
        var machine = await _maps.CreateAsync("{}", """{"Type":"Wait","Seconds":400}""", type: "EXPRESS");
        var execution = await States.StartAsync(machine, "[1]");

        await States.EndAsync(execution);

        Assert.Equal("timedOut 1 total 1", await _maps.CountsAsync(execution));
    }

    [Fact]
    public async Task MapRun_GoesOn_AfterARestart()
    {
        var activity = await _maps.CreateActivityAsync();
        var execution = await States.StartAsync(await _maps.CreateAsync("""{"MaxConcurrency":2}""", Work(activity)), "[1,2,3,4]");
        await States.SettleAsync();
        var task = await _maps.TakeAsync(activity);

        await _maps.RestartAsync();

        await _maps.SucceedAsync(task);
        for (var i = 0; i < 3; i++)
        {
            await _maps.SucceedAsync(await _maps.TakeAsync(activity));
        }

        Assert.Equal("[1,2,3,4]", StatesDriver.Text(await States.EndAsync(execution), "output"));
        Assert.Equal("succeeded 4 total 4", await _maps.CountsAsync(execution));
    }

    [Theory]
    [InlineData("DescribeMapRun", "arn:aws:states:us-east-1:000000000000:mapRun:m/l:1", "ResourceNotFound")]
    [InlineData("UpdateMapRun", "arn:aws:states:us-east-1:000000000000:mapRun:m/l:1", "ResourceNotFound")]
    [InlineData("ListExecutions", "arn:aws:states:us-east-1:000000000000:mapRun:m/l:1", "ResourceNotFound")]
    [InlineData("DescribeMapRun", "arn:aws:states:us-east-1:000000000000:stateMachine:m", "InvalidArn")]
    [InlineData("DescribeMapRun", "x", "InvalidArn")]
    public async Task UnknownMapRun_IsRefused(string operation, string arn, string code)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync(operation, ("mapRunArn", arn), ("maxConcurrency", operation == "UpdateMapRun" ? 1 : null)));

        Assert.Equal(code, error.Code);
    }

    private static string Work(string activity) => JsonObject.Of(("Type", "Task"), ("Resource", activity)).ToString();
}
