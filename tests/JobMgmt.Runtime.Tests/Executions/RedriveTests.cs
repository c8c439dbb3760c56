using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>RedriveExecution, over the API.</summary>
public sealed class RedriveTests : RestartableTests
{
    private const string Publish = """
        "Type": "Task", "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
        "Parameters": {"Entries": [{"Source": "s", "DetailType": "d", "Detail": {"Token.$": "$$.Task.Token", "Name.$": "$$.State.Name"}}]}
        """;


    [Fact]
    public async Task FailedTask_BeginsAnew_AndWhatSucceededIsNotDoneAgain()
    {
        var machine = await CreateAsync("""{"StartAt": "A", "States": {"A": {PUBLISH, "Next": "B"}, "B": {PUBLISH, "End": true}}}""");
        var execution = await States.StartAsync(machine);
        await SucceedAsync(execution, "A", "1");
        await FailAsync(execution, "B");
        await RestartAsync();

        var answer = await States.CallAsync("RedriveExecution", ("executionArn", execution));

        Assert.NotNull(answer["redriveDate"]);
        await SucceedAsync(execution, "B", "2");
        var ended = await States.EndAsync(execution);
        Assert.Equal("SUCCEEDED 2", $"{Text(ended, "status")} {Text(ended, "output")}");
        Assert.Equal("1", ended["redriveCount"]!.ToString());
        Assert.Equal(
            "ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskSubmitted TaskSucceeded TaskStateExited TaskStateEntered TaskScheduled TaskStarted TaskSubmitted "
            + "TaskFailed ExecutionFailed ExecutionRedriven TaskScheduled TaskStarted TaskSubmitted TaskSucceeded TaskStateExited ExecutionSucceeded",
            await States.TypesAsync(execution));
        var ids = (await States.HistoryAsync(execution)).Select(item => item["id"]!.ToString());
        Assert.Equal(Enumerable.Range(1, 20).Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ids);
    }

    [Fact]
    public async Task Parallel_KeepsTheBranchThatSucceeded_AndRunsTheOthersAnew()
    {
        var machine = await CreateAsync("""
            {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {"A": {PUBLISH, "End": true}}}, {"StartAt": "B", "States": {"B": {PUBLISH, "End": true}}},
              {"StartAt": "C", "States": {"C": {PUBLISH, "End": true}}}]}}}
            """);
        var execution = await States.StartAsync(machine);
        await SucceedAsync(execution, "A", "\"a\"");
        await FailAsync(execution, "B");

        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        await SucceedAsync(execution, "C", "\"c\"");
        await SucceedAsync(execution, "B", "\"b\"");

        Assert.Equal("""["a","b","c"]""", Text(await States.EndAsync(execution), "output"));
        Assert.Equal("A B C B C", string.Join(' ', await TokensAsync(execution, token => token.Name)));
    }

    [Fact]
    public async Task Map_RunsTheFailedIterationAnew_AndThoseThatHadNotBegun()
    {
        var machine = await CreateAsync("""
            {"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 1, "End": true, "ItemProcessor": {"StartAt": "T", "States": {"T": {PUBLISH, "End": true}}}}}}
            """);
        var execution = await States.StartAsync(machine, "[1,2,3]");
        await SucceedAsync(execution, "T", "10");
        await FailAsync(execution, "T");

        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        await SucceedAsync(execution, "T", "20");
        await SucceedAsync(execution, "T", "30");

        Assert.Equal("[10,20,30]", Text(await States.EndAsync(execution), "output"));
    }

    [Fact]
    public async Task Retries_AreThereAgain_AndTheTimeoutBeginsAnew()
    {
        var machine = await CreateAsync("""
            {"StartAt": "A", "TimeoutSeconds": 100, "States": {"A": {PUBLISH, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], "End": true}}}
            """);
        var execution = await States.StartAsync(machine);
        Assert.Equal("TIMED_OUT", Text(await States.EndAsync(execution), "status"));

        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        await FailAsync(execution, "A");
        Clock.Advance(TimeSpan.FromSeconds(2));
        await FailAsync(execution, "A");

        Assert.Equal("FAILED", Text(await States.EndAsync(execution), "status"));
        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        Assert.Equal("TIMED_OUT", Text(await States.EndAsync(execution), "status"));
        Assert.Equal("2", (await States.DescribeAsync(execution))["redriveCount"]!.ToString());
    }

    [Fact]
    public async Task FailState_FailsAgain_AndTheContextTellsTheCount()
    {
        var machine = await States.CreateAsync("m", """{"StartAt": "F", "States": {"F": {"Type": "Fail", "CausePath": "States.Format('{}', $$.Execution.RedriveCount)"}}}""");
        var execution = await States.StartAsync(machine);

        await States.CallAsync("RedriveExecution", ("executionArn", execution));

        Assert.Equal("1", Text(await States.EndAsync(execution), "cause"));
        Assert.Equal("ExecutionStarted FailStateEntered ExecutionFailed ExecutionRedriven FailStateEntered ExecutionFailed", await States.TypesAsync(execution));
    }

    [Fact]
    public async Task ClientToken_RedrivesOnce_AndRunningOrOldOnesAreRefused()
    {
        var machine = await CreateAsync("""{"StartAt": "A", "States": {"A": {PUBLISH, "End": true}}}""");
        var execution = await States.StartAsync(machine);
        await FailAsync(execution, "A");
        var first = await States.CallAsync("RedriveExecution", ("executionArn", execution), ("clientToken", "t"));
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first.ToString(), (await States.CallAsync("RedriveExecution", ("executionArn", execution), ("clientToken", "t"))).ToString());
        var running = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync("RedriveExecution", ("executionArn", execution)));
        Assert.Equal("ExecutionNotRedrivable Execution is RUNNING and cannot be redriven", $"{running.Code} {running.ServiceMessage}");

        await FailAsync(execution, "A");
        Clock.Advance(TimeSpan.FromDays(15));
        var old = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync("RedriveExecution", ("executionArn", execution)));
        Assert.Equal("ExecutionNotRedrivable", old.Code);
        Assert.Equal("NOT_REDRIVABLE", Text(await States.DescribeAsync(execution), "redriveStatus"));
    }

    [Fact]
    public async Task ListExecutions_FiltersByRedrive()
    {
        var machine = await CreateAsync("""{"StartAt": "A", "States": {"A": {"Type": "Fail"}}}""");
        var redriven = await States.StartAsync(machine);
        var other = await States.StartAsync(machine);
        await States.CallAsync("RedriveExecution", ("executionArn", redriven));

        Assert.Equal([redriven], await ListAsync(machine, "REDRIVEN"));
        Assert.Equal([other], await ListAsync(machine, "NOT_REDRIVEN"));
    }

    private static string Text(JsonObject answer, string name) => StatesDriver.Text(answer, name);

    private async Task RestartAsync()
    {
        await Runtime.DisposeAsync();
        await StartAsync();
    }

    private Task<string> CreateAsync(string definition) => States.CreateAsync($"m-{Guid.NewGuid():N}", definition.Replace("PUBLISH", Publish, StringComparison.Ordinal));

    private async Task SucceedAsync(string execution, string state, string output) =>
        await States.CallAsync("SendTaskSuccess", ("taskToken", await TokenAsync(execution, state)), ("output", output));

    private async Task FailAsync(string execution, string state) =>
        await States.CallAsync("SendTaskFailure", ("taskToken", await TokenAsync(execution, state)), ("error", "E"));

    private async Task<string> TokenAsync(string execution, string state) =>
        (await TokensAsync(execution, token => token)).Last(token => token.Name == state).Token;

    /// <summary>The tokens of all tasks, in the order of their scheduling.</summary>
    private async Task<IEnumerable<T>> TokensAsync<T>(string execution, Func<(string Name, string Token), T> select)
    {
        await States.SettleAsync();
        return (await States.HistoryAsync(execution)).Where(item => Text(item, "type") == "TaskScheduled").Select(item =>
        {
            var parameters = (JsonObject)JsonValue.Parse(Text((JsonObject)item["taskScheduledEventDetails"]!, "parameters"));
            var detail = (JsonObject)((JsonObject)((JsonArray)parameters["Entries"]!)[0])["Detail"]!;
            return select((Text(detail, "Name"), Text(detail, "Token")));
        });
    }

    private async Task<IEnumerable<string>> ListAsync(string machine, string filter)
    {
        var page = await States.CallAsync("ListExecutions", ("stateMachineArn", machine), ("redriveFilter", filter));
        return ((JsonArray)page["executions"]!).Cast<JsonObject>().Select(item => Text(item, "executionArn"));
    }
}
