using System.Globalization;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

public sealed class RestartTests : IDisposable
{
    private const string Pass = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Callback = """
        {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","End":true,
        "Parameters":{"StateMachineArn.$":"$.Child","Input":{"Token.$":"$$.Task.Token"}}}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Fact]
    public async Task Timer_FiresAfterARestart()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        string execution;
        await using (var runtime = await TestRuntime.StartAsync(clock, _folder))
        {
            var states = new StatesDriver(runtime, clock);
            execution = await states.StartAsync(await states.CreateAsync("m", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}"""), "1");
        }

        await using var again = await TestRuntime.StartAsync(clock, _folder);
        var described = await new StatesDriver(again, clock).EndAsync(execution);

        Assert.Equal(("SUCCEEDED", "1795521660"), (StatesDriver.Text(described, "status"), described["stopDate"]!.ToString()));
    }

    [Fact]
    public async Task Timer_FiresAtOnce_WhenItWasDueMeanwhile()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        string execution;
        await using (var runtime = await TestRuntime.StartAsync(clock, _folder))
        {
            var states = new StatesDriver(runtime, clock);
            execution = await states.StartAsync(await states.CreateAsync("m", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}"""));
        }

        clock.Advance(TimeSpan.FromHours(3));
        await using var again = await TestRuntime.StartAsync(clock, _folder);
        var described = await new StatesDriver(again, clock).EndAsync(execution);

        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), described["stopDate"]!.ToString());
    }

    [Fact]
    public async Task Token_IsAnsweredAfterARestart()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        string execution, token;
        await using (var runtime = await TestRuntime.StartAsync(clock, _folder))
        {
            var states = new StatesDriver(runtime, clock);
            var child = await states.CreateAsync("child", Pass);
            execution = await states.StartAsync(await states.CreateAsync("parent", Callback), JsonObject.Of(("Child", child)).ToString());
            token = await states.TokenAsync(execution);
        }

        await using var again = await TestRuntime.StartAsync(clock, _folder);
        var after = new StatesDriver(again, clock);
        await after.CallAsync("SendTaskSuccess", ("taskToken", token), ("output", "7"));

        Assert.Equal("7", StatesDriver.Text(await after.EndAsync(execution), "output"));
        Assert.Equal(
            "ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskSubmitted TaskSucceeded TaskStateExited ExecutionSucceeded", await after.TypesAsync(execution));
    }

    [Fact]
    public async Task Kill_LosesNothingAndStartsNothingTwice()
    {
        const int parents = 20, calls = 10;
        var task = """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn.$":"$.Child"},"ResultPath":null,""";
        var states = string.Join(',', Enumerable.Range(0, calls).Select(i => $"\"S{i}\":{task}{(i == calls - 1 ? "\"End\":true" : $"\"Next\":\"S{i + 1}\"")}}}"));
        JsonValue child, parent;
        using (var first = await RuntimeProcess.StartAsync(_folder))
        {
            child = await CreateAsync(first, "child", Pass);
            parent = await CreateAsync(first, "parent", "{\"StartAt\":\"S0\",\"States\":{" + states + "}}");
            await Task.WhenAll(Enumerable.Range(0, parents).Select(_ => first.CallAsync(
                "states", "StartExecution", ("stateMachineArn", parent), ("input", JsonObject.Of(("Child", child)).ToString()))));
            first.Kill(); // somewhere in the middle of two hundred calls
        }

        for (var round = 0; round < 3; round++)
        {
            using var killed = await RuntimeProcess.StartAsync(_folder);
            await CountAsync(killed, child, null);
            killed.Kill();
        }

        using var last = await RuntimeProcess.StartAsync(_folder);
        await Eventually.GetAsync(() => CountAsync(last, parent, "RUNNING"), running => running == 0);

        Assert.Equal(parents, await CountAsync(last, parent, "SUCCEEDED"));
        Assert.Equal(parents * calls, await CountAsync(last, child, null));
    }

    private static async Task<JsonValue> CreateAsync(RuntimeProcess runtime, string name, string definition) =>
        (await runtime.CallAsync("states", "CreateStateMachine", ("name", name), ("definition", definition), ("roleArn", StatesDriver.Role)))["stateMachineArn"]!;

    private static async Task<int> CountAsync(RuntimeProcess runtime, JsonValue machine, string? status)
    {
        var page = await runtime.CallAsync(
            "states", "ListExecutions", ("stateMachineArn", machine), ("statusFilter", status is null ? null : new JsonString(status)), ("maxResults", 1000));
        return ((JsonArray)page["executions"]!).Count;
    }
}
