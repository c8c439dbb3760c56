using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>
/// Locks, with the real networks, StopJobs and rules on a clock that the test holds. RunJob is a stand-in that takes a minute and then answers: that so many of them run at
/// once, and no more, is what a lock is for.
/// </summary>
public sealed class LockTests : IAsyncLifetime
{
    private const string StandIn = """
        {"QueryLanguage":"JSONata","StartAt":"Work","States":{"Work":{"Type":"Wait","Seconds":60,"Next":"Answer"},
        "Answer":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess","Arguments":{"TaskToken":"{% $states.input.TaskToken %}","Output":"{}"},"End":true}}}
        """;

    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");
    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-locks-").FullName;
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;

    public async Task InitializeAsync()
    {
        await StartAsync();
        foreach (var artefact in RunJobStack.Artefacts(_names).Where(artefact => artefact.Name != _names.RunJob))
        {
            await StackPublication.PublishAsync(artefact, _runtime.Client.CallAsync);
        }

        await _states.CreateAsync(_names.RunJob, StandIn);
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        ScratchFolder.Delete(_folder);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Runs_HoldTheLockInTheOrderInWhichTheyCame(int slots)
    {
        var first = await DeployAsync("first", "warehouse", slots);
        var second = await DeployAsync("second", "warehouse", slots);
        var runs = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            runs.Add(await _states.StartAsync(i % 2 == 0 ? first : second, """{"role":"x"}"""));
            await _states.SettleAsync();
        }

        Assert.Equal(slots, await WorkingAsync());
        var ends = new List<DateTimeOffset>();
        foreach (var run in runs)
        {
            Assert.Equal("SUCCEEDED", (await _states.EndAsync(run)).Text("status"));
            Assert.True(await WorkingAsync() <= slots);
            ends.Add(_clock.GetUtcNow());
        }

        Assert.Equal(StatesDriver.Noon.AddMinutes(6 / slots), ends[^1]);
        Assert.Equal(ends.Order(), ends);
        Assert.Equal("{}", (await EntriesAsync("warehouse")).ToString());
    }

    [Fact]
    public async Task Run_TakesTwoTransitionsMore_WhereNobodyElseWantsTheLock()
    {
        var free = await EndedStatesAsync(await DeployAsync("free", null, 1));
        await EndedStatesAsync(await DeployAsync("maker", "quiet", 1)); // the very first makes the lock

        Assert.Equal(free + 2, await EndedStatesAsync(await DeployAsync("locked", "quiet", 1)));
    }

    [Fact]
    public async Task Run_FailsAndLeaves_WhenTheLockDoesNotComeInTime()
    {
        var holder = await _states.StartAsync(await DeployAsync("holder", "warehouse", 1), """{"role":"x"}""");
        await _states.SettleAsync();
        var late = await _states.StartAsync(await DeployAsync("late", "warehouse", 1, timeout: 30), """{"role":"x"}""");
        await _states.SettleAsync();
        var last = await _states.StartAsync(await DeployAsync("last", "warehouse", 1), """{"role":"x"}""");
        await _states.SettleAsync();

        var failed = await _states.EndAsync(late);

        Assert.Equal("LockTimedOut", failed.Text("error"));
        Assert.Contains("did not get the lock 'warehouse' within 30 s", failed.Text("cause"), StringComparison.Ordinal);
        Assert.Equal(2, (await EntriesAsync("warehouse")).Count);
        Assert.Equal("SUCCEEDED", (await _states.EndAsync(holder)).Text("status"));
        Assert.Equal("SUCCEEDED", (await _states.EndAsync(last)).Text("status"));
    }

    [Fact]
    public async Task StoppedRuns_LetGo_OnceTheirWorkIsStopped()
    {
        var machine = await DeployAsync("stopped", "warehouse", 1);
        var runs = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            runs.Add(await _states.StartAsync(machine, """{"role":"x"}"""));
            await _states.SettleAsync();
        }

        await _states.CallAsync("StopExecution", ("executionArn", runs[1])); // it waits
        await _states.CallAsync("StopExecution", ("executionArn", runs[0])); // it holds

        Assert.Equal("SUCCEEDED", (await _states.EndAsync(runs[2])).Text("status"));
        Assert.InRange(_clock.GetUtcNow() - StatesDriver.Noon, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)); // when its commands have ended, long before anybody's patience has
        Assert.Equal("{}", (await EntriesAsync("warehouse")).ToString());
    }

    [Fact]
    public async Task LostWakeUp_IsMadeUpFor_ByTheNextRunThatFails()
    {
        // who had the lock has gone from the table without telling: as if it had died between the two
        var machine = await DeployAsync("lost", "warehouse", 1);
        var holder = await _states.StartAsync(machine, """{"role":"x"}""");
        await _states.SettleAsync();
        var waiter = await _states.StartAsync(machine, """{"role":"x"}""");
        await _states.SettleAsync();
        var gone = (await EntriesAsync("warehouse"))[0].Key;
        await TableAsync("UpdateItem", JsonObject.Of(
            ("Key", JsonObject.Of(("Lock", JsonObject.Of(("S", "warehouse"))))),
            ("UpdateExpression", "REMOVE Entries.#id, Places.#id, Tokens.#id"),
            ("ExpressionAttributeNames", JsonObject.Of(("#id", gone)))));

        await _states.CallAsync("StopExecution", ("executionArn", holder));

        Assert.Equal("SUCCEEDED", (await _states.EndAsync(waiter)).Text("status"));
    }

    /// <summary>Many runs of three networks over two locks, stopped at random moments, the runtime itself restarted in between: never too many at work, and in the end nobody is left.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Locks_HoldWhateverEnds(int seed)
    {
        var random = new Random(seed);
        var machines = new[] { await DeployAsync("a", "one", 1), await DeployAsync("b", "one", 1, timeout: 150), await DeployAsync("c", "{% two \"二\" %}", 2) };
        var runs = new List<string>();
        for (var i = 0; i < 18; i++)
        {
            runs.Add(await _states.StartAsync(machines[random.Next(3)], """{"role":"x"}"""));
            if (random.Next(3) > 0)
            {
                await _states.SettleAsync();
            }

            if (random.Next(3) == 0)
            {
                await _states.CallAsync("StopExecution", ("executionArn", runs[random.Next(runs.Count)]));
            }

            if (random.Next(8) == 0)
            {
                await _runtime.DisposeAsync();
                await StartAsync();
            }

            _clock.Advance(TimeSpan.FromSeconds(random.Next(25)));
            Assert.True(await WorkingAsync("[\"one\"]") <= 1);
            Assert.True(await WorkingAsync("[\"{% two") <= 2);
        }

        foreach (var run in runs)
        {
            await _states.EndAsync(run);
            Assert.True(await WorkingAsync("[\"one\"]") <= 1);
            Assert.True(await WorkingAsync("[\"{% two") <= 2);
        }

        await Eventually.GetAsync(
            async () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(5));
                await _states.SettleAsync();
                return (await EntriesAsync("one")).Count + (await EntriesAsync("{% two \"二\" %}")).Count;
            },
            left => left == 0);
    }

    private async Task StartAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock, _folder);
        _states = new StatesDriver(_runtime, _clock);
    }

    private async Task<string> DeployAsync(string name, string? lockName, int slots, int? timeout = null)
    {
        var job = new JobDefinition { Name = "The job", Command = [lockName ?? ""], Lock = lockName, Slots = slots, LockTimeout = timeout };
        var network = new JobNetwork { Name = name, Jobs = [lockName is null ? job with { Command = ["true"] } : job] };
        var artefact = NetworkCompiler.Artefact(network, _names);
        await StackPublication.PublishAsync(artefact, _runtime.Client.CallAsync);
        return artefact.Arn;
    }

    private async Task<int> EndedStatesAsync(string machine)
    {
        var run = await _states.StartAsync(machine, """{"role":"x"}""");
        await _states.EndAsync(run);
        return (await _states.HistoryAsync(run)).Count(item => item.Text("type").EndsWith("StateEntered", StringComparison.Ordinal));
    }

    /// <summary>How many jobs with such a command are at work.</summary>
    private async Task<int> WorkingAsync(string part = "")
    {
        var running = (JsonArray)(await _states.CallAsync("ListExecutions", ("stateMachineArn", _names.RunJobArn), ("statusFilter", "RUNNING")))["executions"]!;
        var described = await Task.WhenAll(running.Cast<JsonObject>().Select(execution => _states.DescribeAsync(execution.Text("executionArn"))));
        return described.Count(execution => execution.Text("status") == "RUNNING" && execution.Text("input").Contains(part, StringComparison.Ordinal));
    }

    private async Task<JsonObject> EntriesAsync(string lockName)
    {
        var item = await TableAsync("GetItem", JsonObject.Of(("Key", JsonObject.Of(("Lock", JsonObject.Of(("S", lockName)))))));
        return (item["Item"] as JsonObject)?["Entries"] is JsonObject entries ? (JsonObject)entries["M"]! : JsonObject.Empty;
    }

    private Task<JsonObject> TableAsync(string operation, JsonObject request) => _runtime.Client.CallAsync("dynamodb", operation, request.With("TableName", _names.LockTable));
}
