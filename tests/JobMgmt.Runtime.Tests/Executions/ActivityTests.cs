using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>Activities: workers that ask for tasks, over the API.</summary>
public sealed class ActivityTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private readonly string _dataPath = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        Directory.Delete(_dataPath, recursive: true);
    }

    [Fact]
    public async Task Task_IsGivenToOneWorker_InTheOrderOfArrival()
    {
        var (activity, machine) = await CreateAsync("{}");
        var first = await _states.StartAsync(machine, """{"n":1}""");
        var second = await _states.StartAsync(machine, """{"n":2}""");

        var one = await PollAsync(activity, "w1");
        var two = await PollAsync(activity, null);

        Assert.Equal("""{"n":1}""", StatesDriver.Text(one, "input"));
        Assert.Equal("""{"n":2}""", StatesDriver.Text(two, "input"));
        await _states.CallAsync("SendTaskSuccess", ("taskToken", one["taskToken"]), ("output", "\"done\""));
        await _states.CallAsync("SendTaskFailure", ("taskToken", two["taskToken"]), ("error", "Broken"));
        Assert.Equal("\"done\"", StatesDriver.Text(await _states.EndAsync(first), "output"));
        Assert.Equal("Broken", StatesDriver.Text(await _states.EndAsync(second), "error"));
        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityStarted ActivityFailed ExecutionFailed", await _states.TypesAsync(second));
    }

    [Fact]
    public async Task LongPoll_WaitsForATask_ThatComesLater()
    {
        var (activity, machine) = await CreateAsync("{}");
        var poll = PollAsync(activity, "w");

        var execution = await _states.StartAsync(machine, """{"late":true}""");

        var task = await poll;
        Assert.Equal("""{"late":true}""", StatesDriver.Text(task, "input"));
        await _states.CallAsync("StopExecution", ("executionArn", execution));
    }

    [Fact]
    public async Task LongPoll_AnswersWithoutAToken_WhenNoTaskCameInAMinute()
    {
        var (activity, _) = await CreateAsync("{}");
        var poll = PollAsync(activity, "w");

        await Eventually.IsTrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(61));
            return poll.IsCompleted;
        });

        Assert.Equal("{}", (await poll).ToString());
    }

    [Fact]
    public async Task LongPoll_GivesUp_WhenTheRuntimeStops()
    {
        var (activity, _) = await CreateAsync("{}");
        var poll = PollAsync(activity, "w");
        await _states.SettleAsync();

        await _runtime.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15)); // the poll alone would hold it for a minute

        await Record.ExceptionAsync(() => poll); // answered or cut off
        await StartAsync();
    }

    [Fact]
    public async Task TaskThatTimedOut_IsNotGivenToAnybody()
    {
        var (activity, machine) = await CreateAsync("""{"TimeoutSeconds":5}""");
        var execution = await _states.StartAsync(machine);

        var ended = await _states.EndAsync(execution);

        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityTimedOut ExecutionFailed", await _states.TypesAsync(execution));
        Assert.Equal("FAILED", StatesDriver.Text(ended, "status"));
        var waiting = await _states.StartAsync(machine, """{"next":1}""");
        Assert.Equal("""{"next":1}""", StatesDriver.Text(await PollAsync(activity, "w"), "input"));
        await _states.CallAsync("StopExecution", ("executionArn", waiting));
    }

    [Fact]
    public async Task Heartbeat_IsAwaitedFromTheTakingOn()
    {
        var (activity, machine) = await CreateAsync("""{"HeartbeatSeconds":10}""");
        var execution = await _states.StartAsync(machine);
        _clock.Advance(TimeSpan.FromHours(1));
        await _states.SettleAsync();
        Assert.Equal("RUNNING", StatesDriver.Text(await _states.DescribeAsync(execution), "status"));

        await PollAsync(activity, "w");

        await _states.EndAsync(execution);
        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityStarted ActivityTimedOut ExecutionFailed", await _states.TypesAsync(execution));
    }

    [Fact]
    public async Task WaitingTask_IsThereStill_AfterARestart()
    {
        var (activity, machine) = await CreateAsync("{}");
        var execution = await _states.StartAsync(machine, """{"kept":1}""");
        await _runtime.DisposeAsync();
        await StartAsync();

        var task = await PollAsync(activity, "w");

        await _states.CallAsync("SendTaskSuccess", ("taskToken", task["taskToken"]), ("output", task["input"]));
        Assert.Equal("""{"kept":1}""", StatesDriver.Text(await _states.EndAsync(execution), "output"));
    }

    [Fact]
    public async Task ListActivities_PagesByName_AndTagsAreKept()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            await _states.CallAsync("CreateActivity", ("name", name), ("tags", JsonValue.Parse("""[{"key":"k","value":"v"}]""")));
        }

        var first = await _states.CallAsync("ListActivities", ("maxResults", 2));
        var second = await _states.CallAsync("ListActivities", ("maxResults", 2), ("nextToken", first["nextToken"]));

        Assert.Equal("a b c", string.Join(' ', Names(first).Concat(Names(second))));
        var arn = ((JsonObject)((JsonArray)second["activities"]!)[0])["activityArn"];
        Assert.Equal("""{"tags":[{"key":"k","value":"v"}]}""", (await _states.CallAsync("ListTagsForResource", ("resourceArn", arn))).ToString());
    }

    private static IEnumerable<string> Names(JsonObject page) => ((JsonArray)page["activities"]!).Cast<JsonObject>().Select(item => StatesDriver.Text(item, "name"));

    private async Task StartAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock, _dataPath);
        _states = new StatesDriver(_runtime, _clock);
    }

    private async Task<(string Activity, string Machine)> CreateAsync(string fields)
    {
        var activity = StatesDriver.Text(await _states.CallAsync("CreateActivity", ("name", $"a-{Guid.NewGuid():N}")), "activityArn");
        var state = JsonObject.Of(("Type", "Task"), ("Resource", activity), ("End", true));
        state = ((JsonObject)JsonValue.Parse(fields)).Aggregate(state, (all, field) => all.With(field.Key, field.Value));
        var definition = JsonObject.Of(("StartAt", "Work"), ("States", JsonObject.Of(("Work", state))));
        return (activity, await _states.CreateAsync($"m-{Guid.NewGuid():N}", definition.ToString()));
    }

    private Task<JsonObject> PollAsync(string activity, string? worker) =>
        _states.CallAsync("GetActivityTask", ("activityArn", activity), ("workerName", worker is null ? null : new JsonString(worker)));
}
