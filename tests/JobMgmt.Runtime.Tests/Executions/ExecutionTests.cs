using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

public sealed class ExecutionTests : IAsyncLifetime
{
    private const string Pass = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Wait = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"Next":"P"},"P":{"Type":"Pass","Result":1,"End":true}}}""";
    private const string Callback = """
        {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","HeartbeatSeconds":50,"End":true,
        "Parameters":{"StateMachineArn.$":"$.Child","Input":{"Token.$":"$$.Task.Token"}}}}}
        """;

    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock);
        _states = new StatesDriver(_runtime, _clock);
    }

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Execution_SucceedsWithItsHistory_WhenItOnlyPasses()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("m", Pass), """{"a": 1}""", "e");

        var described = await _states.EndAsync(execution);

        Assert.Equal(
            """
            {"executionArn":"arn:aws:states:us-east-1:000000000000:execution:m:e","stateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:m","name":"e",
            "status":"SUCCEEDED","startDate":1795521600,"stopDate":1795521600,"input":"{\"a\": 1}","inputDetails":{"included":true},"output":"{\"a\":1}",
            "outputDetails":{"included":true},"redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}
            """.Replace("\n", "", StringComparison.Ordinal),
            described.ToString());
        Assert.Equal("ExecutionStarted PassStateEntered PassStateExited ExecutionSucceeded", await _states.TypesAsync(execution));
    }

    [Fact]
    public async Task History_HasNoVariables_WhereItsDataAreNotAskedFor()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("m", """{"StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"secret":"s"},"End":true}}}"""));
        await _states.EndAsync(execution);

        var events = (JsonArray)(await _states.CallAsync("GetExecutionHistory", ("executionArn", execution), ("includeExecutionData", false)))["events"]!;

        Assert.Equal("""{"name":"P"}""", ((JsonObject)events[2])["stateExitedEventDetails"]!.ToString());
    }

    [Fact]
    public async Task Execution_GoesOn_WhenItsTimerIsDue()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("m", Wait));

        var described = await _states.EndAsync(execution);

        Assert.Equal(("1", "1795521660"), (StatesDriver.Text(described, "output"), described["stopDate"]!.ToString()));
    }

    [Fact]
    public async Task Stop_EndsAWait()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("m", Wait));

        await _states.CallAsync("StopExecution", ("executionArn", execution), ("error", "E"), ("cause", "C"));
        var again = await _states.CallAsync("StopExecution", ("executionArn", execution));

        var described = await _states.DescribeAsync(execution);
        Assert.Equal(("ABORTED", "E", "C"), (StatesDriver.Text(described, "status"), StatesDriver.Text(described, "error"), StatesDriver.Text(described, "cause")));
        Assert.Equal(described["stopDate"], again["stopDate"]);
        Assert.Equal("ExecutionStarted WaitStateEntered ExecutionAborted", await _states.TypesAsync(execution));
    }

    [Fact]
    public async Task Token_IsAnsweredOnce()
    {
        var execution = await StartCallbackAsync();
        var token = await _states.TokenAsync(execution);
        await _states.CallAsync("SendTaskHeartbeat", ("taskToken", token));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(() => _states.CallAsync("SendTaskSuccess", ("taskToken", token), ("output", $"{i}")))));

        Assert.Single(answers, error => error is null);
        Assert.All(answers.Where(error => error is not null), error => Assert.Equal(
            ("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"), (error!.Code, error.ServiceMessage)));
        Assert.Equal("SUCCEEDED", StatesDriver.Text(await _states.EndAsync(execution), "status"));
        Assert.Equal(
            "ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskSubmitted TaskSucceeded TaskStateExited ExecutionSucceeded", await _states.TypesAsync(execution));
    }

    [Fact]
    public async Task Token_IsDead_WhenItsTaskHasTimedOut()
    {
        var execution = await StartCallbackAsync();
        var token = await _states.TokenAsync(execution);

        Assert.Equal("FAILED", StatesDriver.Text(await _states.EndAsync(execution), "status"));

        var late = await TryAsync(() => _states.CallAsync("SendTaskFailure", ("taskToken", token)));
        var unknown = await TryAsync(() => _states.CallAsync("SendTaskHeartbeat", ("taskToken", "nobody's")));
        Assert.Equal("TaskTimedOut", late!.Code);
        Assert.Equal(("InvalidToken", "Invalid Token: 'Invalid token'"), (unknown!.Code, unknown.ServiceMessage));
    }

    [Theory]
    [InlineData("{", "InvalidExecutionInput")]
    [InlineData("", "InvalidExecutionInput")]
    [InlineData(null, "ValidationException")]
    public async Task Start_IsRefused_WhenTheInputIsNoJsonOrTooLarge(string? input, string code)
    {
        var machine = await _states.CreateAsync("m", Pass);

        var error = await TryAsync(() => _states.StartAsync(machine, input ?? $"\"{new string('ä', 131_072)}\""));

        Assert.Equal(code, error!.Code);
    }

    [Fact]
    public async Task Start_IsIdempotent_WhileItRuns()
    {
        var machine = await _states.CreateAsync("m", Wait);
        var execution = await _states.StartAsync(machine, "{}", "e");

        Assert.Equal(execution, await _states.StartAsync(machine, "{}", "e"));
        var other = await TryAsync(() => _states.StartAsync(machine, "1", "e"));
        await _states.EndAsync(execution);
        var closed = await TryAsync(() => _states.StartAsync(machine, "{}", "e"));

        Assert.Equal(
            ("ExecutionAlreadyExists", "Execution Already Exists: 'arn:aws:states:us-east-1:000000000000:execution:m:e'"), (other!.Code, other.ServiceMessage));
        Assert.Equal("ExecutionAlreadyExists", closed!.Code);
    }

    [Fact]
    public async Task Start_RunsAHundredSideBySide()
    {
        var machine = await _states.CreateAsync("m", Wait);

        var executions = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _states.StartAsync(machine)));

        foreach (var execution in executions)
        {
            Assert.Equal("SUCCEEDED", StatesDriver.Text(await _states.EndAsync(execution), "status"));
        }
    }

    [Fact]
    public async Task List_GoesThroughPages_NewestFirst()
    {
        var machine = await _states.CreateAsync("m", Pass);
        for (var i = 0; i < 5; i++)
        {
            await _states.StartAsync(machine, "{}", $"e{i}");
        }

        var first = await _states.CallAsync("ListExecutions", ("stateMachineArn", machine), ("maxResults", 3), ("statusFilter", "SUCCEEDED"));
        var second = await _states.CallAsync(
            "ListExecutions", ("stateMachineArn", machine), ("maxResults", 3), ("statusFilter", "SUCCEEDED"), ("nextToken", first["nextToken"]));
        var other = await TryAsync(() => _states.CallAsync("ListExecutions", ("stateMachineArn", machine), ("nextToken", first["nextToken"])));

        Assert.Equal(["e4", "e3", "e2", "e1", "e0"], Names(first).Concat(Names(second)));
        Assert.Null(second["nextToken"]);
        Assert.Equal("InvalidToken", other!.Code); // a token is good for the request that it was given to
    }

    [Fact]
    public async Task History_GoesThroughPages_BothWays()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("m", Wait));
        await _states.EndAsync(execution);

        foreach (var reverse in new[] { false, true })
        {
            var ids = new List<string>();
            JsonValue? token = null;
            do
            {
                var page = await _states.CallAsync("GetExecutionHistory", ("executionArn", execution), ("reverseOrder", reverse), ("maxResults", 2), ("nextToken", token));
                ids.AddRange(((JsonArray)page["events"]!).Select(item => ((JsonObject)item)["id"]!.ToString()));
                token = page["nextToken"];
            }
            while (token is not null);

            Assert.Equal(reverse ? "6 5 4 3 2 1" : "1 2 3 4 5 6", string.Join(' ', ids));
        }
    }

    [Fact]
    public async Task Delete_LetsExecutionsEndWithTheirNextStep()
    {
        var machine = await _states.CreateAsync("m", Wait);
        var execution = await _states.StartAsync(machine);

        await _states.CallAsync("DeleteStateMachine", ("stateMachineArn", machine));

        Assert.Equal("DELETING", StatesDriver.Text(await _states.CallAsync("DescribeStateMachine", ("stateMachineArn", machine)), "status"));
        Assert.Equal("StateMachineDeleting", (await TryAsync(() => _states.StartAsync(machine)))!.Code);
        Assert.Equal("ABORTED", StatesDriver.Text(await _states.EndAsync(execution), "status"));
        Assert.Equal("StateMachineDoesNotExist", (await TryAsync(() => _states.StartAsync(machine)))!.Code);

        var anew = await _states.StartAsync(await _states.CreateAsync("m", Wait));
        Assert.Equal("SUCCEEDED", StatesDriver.Text(await _states.EndAsync(anew), "status"));
        Assert.Single(Names(await _states.CallAsync("ListExecutions", ("stateMachineArn", machine))));
    }

    private async Task<string> StartCallbackAsync()
    {
        var child = await _states.CreateAsync("child", Pass);
        return await _states.StartAsync(await _states.CreateAsync("parent", Callback), JsonObject.Of(("Child", child)).ToString());
    }

    private static IEnumerable<string> Names(JsonObject page) => ((JsonArray)page["executions"]!).Select(item => StatesDriver.Text((JsonObject)item, "name"));

    private static async Task<AwsErrorException?> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (AwsErrorException error)
        {
            return error;
        }
    }
}
