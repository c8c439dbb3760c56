using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Mocks;

/// <summary>Executions with test cases, over the API: what is refused, what an edit of the file changes, and what outlives the runtime.</summary>
public sealed class MockedExecutionTests : IAsyncLifetime
{
    private const string TwoTasks = """
        {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "Next": "T"},
        "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{"ErrorEquals": ["Again"], "IntervalSeconds": 60, "BackoffRate": 1}], "End": true}}}
        """;

    private const string Twice = """{"0": {"Throw": {"Error": "Again"}}, "1": {"Return": "before"}}""";

    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;

    private string MockFile => Path.Combine(_folder, "mocks.json");

    public async Task InitializeAsync()
    {
        Write(Twice);
        await StartAsync(MockFile);
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        ScratchFolder.Delete(_folder);
    }

    [Fact]
    public async Task TestCase_OutlivesTheRuntime_AndTheFile_WithTheCallsThatWereMade()
    {
        var execution = await _states.StartAsync(await _states.CreateAsync("M", TwoTasks) + "#Case");
        _clock.Advance(TimeSpan.FromSeconds(60)); // the first call has failed, and its retry waits
        await _states.SettleAsync();
        File.Delete(MockFile);
        await _runtime.DisposeAsync();

        await StartAsync(mockFile: null);

        var ended = await _states.EndAsync(execution);
        Assert.Equal("SUCCEEDED \"before\"", $"{Text(ended, "status")} {Text(ended, "output")}");
    }

    [Fact]
    public async Task Edit_HoldsForWhatStartsThen_NotForWhatRuns()
    {
        var machine = await _states.CreateAsync("M", TwoTasks);
        var running = await _states.StartAsync(machine + "#Case");
        Write("""{"0": {"Return": "after"}}""");

        var next = await _states.StartAsync(machine + "#Case");

        Assert.Equal("\"after\"", Text(await _states.EndAsync(next), "output"));
        Assert.Equal("\"before\"", Text(await _states.EndAsync(running), "output"));
    }

    [Fact]
    public async Task Start_IsRefused_WhileTheFileIsWrong()
    {
        var machine = await _states.CreateAsync("M", TwoTasks);
        Write("""{"1": {"Return": 1}}""");

        var wrong = await RefusedAsync(machine + "#Case");

        Assert.Equal("ValidationException", wrong.Code);
        Assert.Contains("[/MockedResponses/R] Call 0 has no answer", wrong.ServiceMessage, StringComparison.Ordinal);
        await _states.StartAsync(machine); // without a test case the file does not matter
        Write(Twice);
        await _states.StartAsync(machine + "#Case");
    }

    [Theory]
    [InlineData("M#Other", "has no test case 'Other' for 'M'; those it has: Case, Second.")]
    [InlineData("M#", "has no test case '' for 'M'")]
    [InlineData("M#case", "has no test case 'case' for 'M'")]
    [InlineData("N#Case", "has no state machine 'N'; those it has: M.")]
    public async Task Start_NamesTheTestCasesThatAre_WhenItIsNone(string start, string says)
    {
        await _states.CreateAsync("M", TwoTasks);
        await _states.CreateAsync("N", TwoTasks);

        var refused = await RefusedAsync(Arn(start));

        Assert.Equal("ValidationException", refused.Code);
        Assert.Contains(says, refused.ServiceMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SaysHow_WhenTheRuntimeHasNoMockFile()
    {
        await _runtime.DisposeAsync();
        await StartAsync(mockFile: null);
        await _states.CreateAsync("M", TwoTasks);

        Assert.Contains("--mock-config, SFN_MOCK_CONFIG or Start-JobRuntime -MockConfigFile", (await RefusedAsync(Arn("M#Case"))).ServiceMessage, StringComparison.Ordinal);
        Assert.Equal("StateMachineDoesNotExist", (await RefusedAsync(Arn("None#Case"))).Code);
    }

    [Fact]
    public async Task OtherOperations_TakeNoTestCase()
    {
        var machine = await _states.CreateAsync("M", TwoTasks);

        var refused = await Assert.ThrowsAsync<AwsErrorException>(() => _states.CallAsync("DescribeStateMachine", ("stateMachineArn", machine + "#Case")));

        Assert.Equal("StateMachineDoesNotExist", refused.Code);
    }

    [Fact]
    public async Task SameName_IsTheSameExecution_OnlyWithTheSameTestCase()
    {
        var machine = await _states.CreateAsync("M", TwoTasks);
        var execution = await _states.StartAsync(machine + "#Case", name: "once");

        Assert.Equal(execution, await _states.StartAsync(machine + "#Case", name: "once"));
        foreach (var other in new[] { machine, machine + "#Second" })
        {
            var refused = await Assert.ThrowsAsync<AwsErrorException>(() => _states.StartAsync(other, name: "once"));
            Assert.Equal("ExecutionAlreadyExists", refused.Code);
        }
    }

    [Fact]
    public async Task VersionsAndAliases_TakeATestCaseToo()
    {
        Write("""{"0": {"Return": "mocked"}}""");
        var created = await _states.CallAsync(
            "CreateStateMachine", ("name", "M"), ("definition", TwoTasks), ("roleArn", StatesDriver.Role), ("publish", true));
        var version = Text(created, "stateMachineVersionArn");
        var route = JsonValue.Parse($$"""[{"stateMachineVersionArn": "{{version}}", "weight": 100}]""");
        var alias = Text(await _states.CallAsync("CreateStateMachineAlias", ("name", "live"), ("routingConfiguration", route)), "stateMachineAliasArn");

        foreach (var arn in new[] { version, alias })
        {
            var ended = await _states.EndAsync(await _states.StartAsync(arn + "#Case"));
            Assert.Equal(("\"mocked\"", version), (Text(ended, "output"), Text(ended, "stateMachineVersionArn")));
        }
    }

    [Fact]
    public async Task Redrive_KeepsTheTestCase_AndCountsOn()
    {
        Write("""{"0": {"Throw": {"Error": "Broken"}}, "1": {"Return": "mended"}}""");
        var execution = await _states.StartAsync(await _states.CreateAsync("M", TwoTasks) + "#Case");
        Assert.Equal("Broken", Text(await _states.EndAsync(execution), "error"));
        await _runtime.DisposeAsync();
        await StartAsync(mockFile: null);

        await _states.CallAsync("RedriveExecution", ("executionArn", execution));

        Assert.Equal("\"mended\"", Text(await _states.EndAsync(execution), "output"));
    }

    [Fact]
    public async Task Express_IsMocked_AndLeavesNothing()
    {
        Write("""{"0": {"Return": "quick"}}""");
        const string definition = """{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:f", "End": true}}}""";
        var created = await _states.CallAsync("CreateStateMachine", ("name", "M"), ("definition", definition), ("roleArn", StatesDriver.Role), ("type", "EXPRESS"));

        var answer = await _states.CallAsync("StartSyncExecution", ("stateMachineArn", Text(created, "stateMachineArn") + "#Case"));
        await _states.StartAsync(Text(created, "stateMachineArn") + "#Case");
        await _states.SettleAsync();

        Assert.Equal("SUCCEEDED \"quick\"", $"{Text(answer, "status")} {Text(answer, "output")}");
        Assert.DoesNotContain('#', Text(answer, "stateMachineArn"));
        var left = _runtime.Host.Services.GetRequiredService<Database>().Read(connection =>
            connection.QueryNumber("SELECT (SELECT count(*) FROM test_cases) + (SELECT count(*) FROM test_case_states) + (SELECT count(*) FROM execution_tasks)"));
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task MockedActivity_IsNoWorkersTask()
    {
        Write("""{"0": {"Return": "approved"}}""");
        var activity = Text(await _states.CallAsync("CreateActivity", ("name", "a")), "activityArn");
        var machine = await _states.CreateAsync("M", $$$$"""{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "{{{{activity}}}}", "End": true}}}""");

        Assert.Equal("\"approved\"", Text(await _states.EndAsync(await _states.StartAsync(machine + "#Case")), "output"));

        var poll = _states.CallAsync("GetActivityTask", ("activityArn", activity));
        var real = await _states.StartAsync(machine); // what the worker gets is this one's
        await _states.CallAsync("SendTaskSuccess", ("taskToken", Text(await poll, "taskToken")), ("output", "1"));
        Assert.Equal("1", Text(await _states.EndAsync(real), "output"));
    }

    private static string Arn(string start) => $"arn:aws:states:us-east-1:000000000000:stateMachine:{start}";

    private static string Text(JsonObject answer, string name) => StatesDriver.Text(answer, name);

    private Task<AwsErrorException> RefusedAsync(string arn) => Assert.ThrowsAsync<AwsErrorException>(() => _states.StartAsync(arn));

    private void Write(string response) => File.WriteAllText(
        MockFile,
        """{"StateMachines": {"M": {"TestCases": {"Case": {"T": "R"}, "Second": {"T": "R"}}}}, "MockedResponses": {"R": RESPONSE}}""".Replace("RESPONSE", response, StringComparison.Ordinal));

    private async Task StartAsync(string? mockFile)
    {
        _runtime = await TestRuntime.StartAsync(_clock, Path.Combine(_folder, "data"), mockConfigFile: mockFile);
        _states = new StatesDriver(_runtime, _clock);
    }
}
