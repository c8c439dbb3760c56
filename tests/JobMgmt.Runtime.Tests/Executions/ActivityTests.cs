using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>Activities: workers that ask for tasks, over the API.</summary>
public sealed class ActivityTests : RestartableTests
{
    [Fact]
    public async Task Task_IsGivenToOneWorker_InTheOrderOfArrival()
    {
        var (activity, machine) = await CreateAsync("{}");
        var first = await States.StartAsync(machine, """{"n":1}""");
        var second = await States.StartAsync(machine, """{"n":2}""");

        var one = await PollAsync(activity, "w1");
        var two = await PollAsync(activity, null);

        Assert.Equal("""{"n":1}""", StatesDriver.Text(one, "input"));
        Assert.Equal("""{"n":2}""", StatesDriver.Text(two, "input"));
        await States.CallAsync("SendTaskSuccess", ("taskToken", one["taskToken"]), ("output", "\"done\""));
        await States.CallAsync("SendTaskFailure", ("taskToken", two["taskToken"]), ("error", "Broken"));
        Assert.Equal("\"done\"", StatesDriver.Text(await States.EndAsync(first), "output"));
        Assert.Equal("Broken", StatesDriver.Text(await States.EndAsync(second), "error"));
        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityStarted ActivityFailed ExecutionFailed", await States.TypesAsync(second));
    }

    [Fact]
    public async Task LongPoll_WaitsForATask_ThatComesLater()
    {
        var (activity, machine) = await CreateAsync("{}");
        var poll = PollAsync(activity, "w");

        var execution = await States.StartAsync(machine, """{"late":true}""");

        var task = await poll;
        Assert.Equal("""{"late":true}""", StatesDriver.Text(task, "input"));
        await States.CallAsync("StopExecution", ("executionArn", execution));
    }

    [Fact]
    public async Task LongPoll_AnswersWithoutAToken_WhenNoTaskCameInAMinute()
    {
        var (activity, _) = await CreateAsync("{}");
        var poll = await WaitingPollAsync(activity);

        Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("{}", (await poll).ToString());
    }

    [Fact]
    public async Task LongPoll_GivesUp_WhenTheRuntimeStops()
    {
        var (activity, _) = await CreateAsync("{}");
        var poll = await WaitingPollAsync(activity);

        await Runtime.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(45)); // the poll alone would hold it for a minute

        await Record.ExceptionAsync(() => poll); // answered or cut off
        await StartAsync();
    }

    [Fact]
    public async Task TaskThatTimedOut_IsNotGivenToAnybody()
    {
        var (activity, machine) = await CreateAsync("""{"TimeoutSeconds":5}""");
        var execution = await States.StartAsync(machine);

        var ended = await States.EndAsync(execution);

        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityTimedOut ExecutionFailed", await States.TypesAsync(execution));
        Assert.Equal("FAILED", StatesDriver.Text(ended, "status"));
        var waiting = await States.StartAsync(machine, """{"next":1}""");
        Assert.Equal("""{"next":1}""", StatesDriver.Text(await PollAsync(activity, "w"), "input"));
        await States.CallAsync("StopExecution", ("executionArn", waiting));
    }

    [Fact]
    public async Task Heartbeat_IsAwaitedFromTheTakingOn()
    {
        var (activity, machine) = await CreateAsync("""{"HeartbeatSeconds":10}""");
        var execution = await States.StartAsync(machine);
        Clock.Advance(TimeSpan.FromHours(1));
        await States.SettleAsync();
        Assert.Equal("RUNNING", StatesDriver.Text(await States.DescribeAsync(execution), "status"));

        await PollAsync(activity, "w");

        await States.EndAsync(execution);
        Assert.Equal("ExecutionStarted TaskStateEntered ActivityScheduled ActivityStarted ActivityTimedOut ExecutionFailed", await States.TypesAsync(execution));
    }

    [Fact]
    public async Task WaitingTask_IsThereStill_AfterARestart()
    {
        var (activity, machine) = await CreateAsync("{}");
        var execution = await States.StartAsync(machine, """{"kept":1}""");
        await Runtime.DisposeAsync();
        await StartAsync();

        var task = await PollAsync(activity, "w");

        await States.CallAsync("SendTaskSuccess", ("taskToken", task["taskToken"]), ("output", task["input"]));
        Assert.Equal("""{"kept":1}""", StatesDriver.Text(await States.EndAsync(execution), "output"));
    }

    [Fact]
    public async Task ListActivities_PagesByName_AndTagsAreKept()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            await States.CallAsync("CreateActivity", ("name", name), ("tags", JsonValue.Parse("""[{"key":"k","value":"v"}]""")));
        }

        var first = await States.CallAsync("ListActivities", ("maxResults", 2));
        var second = await States.CallAsync("ListActivities", ("maxResults", 2), ("nextToken", first["nextToken"]));

        Assert.Equal("a b c", string.Join(' ', Names(first).Concat(Names(second))));
        var arn = ((JsonObject)((JsonArray)second["activities"]!)[0])["activityArn"];
        Assert.Equal("""{"tags":[{"key":"k","value":"v"}]}""", (await States.CallAsync("ListTagsForResource", ("resourceArn", arn))).ToString());
    }

    private static IEnumerable<string> Names(JsonObject page) => ((JsonArray)page["activities"]!).Cast<JsonObject>().Select(item => StatesDriver.Text(item, "name"));

    private async Task<(string Activity, string Machine)> CreateAsync(string fields)
    {
        var activity = StatesDriver.Text(await States.CallAsync("CreateActivity", ("name", $"a-{Guid.NewGuid():N}")), "activityArn");
        var state = JsonObject.Of(("Type", "Task"), ("Resource", activity), ("End", true));
        state = ((JsonObject)JsonValue.Parse(fields)).Aggregate(state, (all, field) => all.With(field.Key, field.Value));
        var definition = JsonObject.Of(("StartAt", "Work"), ("States", JsonObject.Of(("Work", state))));
        return (activity, await States.CreateAsync($"m-{Guid.NewGuid():N}", definition.ToString()));
    }

    /// <summary>A poll that has come to the runtime and waits there, as the timer of its minute shows.</summary>
    private async Task<Task<JsonObject>> WaitingPollAsync(string activity)
    {
        var minute = TimeSpan.FromMinutes(1);
        var before = Clock.Timers(minute);
        var answer = PollAsync(activity, "w");
        await Eventually.IsTrueAsync(() => Clock.Timers(minute) > before);
        return answer;
    }

    private Task<JsonObject> PollAsync(string activity, string? worker) =>
        States.CallAsync("GetActivityTask", ("activityArn", activity), ("workerName", worker is null ? null : new JsonString(worker)));
}
