using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>Locks, with the real networks, StopJobs and rules.</summary>
public sealed class LockTests : StandInStackTests
{
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
            runs.Add(await States.StartAsync(i % 2 == 0 ? first : second, """{"role":"x"}"""));
            await States.SettleAsync();
        }

        Assert.Equal(slots, await WorkingAsync());
        var ends = new List<DateTimeOffset>();
        foreach (var run in runs)
        {
            Assert.Equal("SUCCEEDED", (await States.EndAsync(run)).Text("status"));
            Assert.True(await WorkingAsync() <= slots);
            ends.Add(Clock.GetUtcNow());
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
        var holder = await States.StartAsync(await DeployAsync("holder", "warehouse", 1), """{"role":"x"}""");
        await States.SettleAsync();
        var late = await States.StartAsync(await DeployAsync("late", "warehouse", 1, timeout: 30), """{"role":"x"}""");
        await States.SettleAsync();
        var last = await States.StartAsync(await DeployAsync("last", "warehouse", 1), """{"role":"x"}""");
        await States.SettleAsync();

        var failed = await States.EndAsync(late);

        Assert.Equal("LockTimedOut", failed.Text("error"));
        Assert.Contains("did not get the lock 'warehouse' within 30 s", failed.Text("cause"), StringComparison.Ordinal);
        Assert.Equal(2, (await EntriesAsync("warehouse")).Count);
        Assert.Equal("SUCCEEDED", (await States.EndAsync(holder)).Text("status"));
        Assert.Equal("SUCCEEDED", (await States.EndAsync(last)).Text("status"));
    }

    [Fact]
    public async Task StoppedRuns_LetGo_OnceTheirWorkIsStopped()
    {
        var machine = await DeployAsync("stopped", "warehouse", 1);
        var runs = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            runs.Add(await States.StartAsync(machine, """{"role":"x"}"""));
            await States.SettleAsync();
        }

        await States.CallAsync("StopExecution", ("executionArn", runs[1])); // it waits
        await States.CallAsync("StopExecution", ("executionArn", runs[0])); // it holds

        Assert.Equal("SUCCEEDED", (await States.EndAsync(runs[2])).Text("status"));
        Assert.InRange(Clock.GetUtcNow() - StatesDriver.Noon, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)); // when its commands have ended, long before anybody's patience has
        Assert.Equal("{}", (await EntriesAsync("warehouse")).ToString());

        // a job's own execution is stopped: its network hears of it, and lets go too
        var (begun, last) = (Clock.GetUtcNow(), await States.StartAsync(machine, """{"role":"x"}"""));
        await States.SettleAsync();
        var running = (JsonArray)(await States.CallAsync("ListExecutions", ("stateMachineArn", Names.RunJobArn), ("statusFilter", "RUNNING")))["executions"]!;
        await States.CallAsync("StopExecution", ("executionArn", ((JsonObject)Assert.Single(running)).Text("executionArn")), ("cause", "by hand"));
        var failed = await States.EndAsync(last);
        Assert.Equal("JobCancelled", failed.Text("error"));
        Assert.Contains("by hand", failed.Text("cause"), StringComparison.Ordinal);
        Assert.InRange(Clock.GetUtcNow() - begun, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));
        Assert.Equal("{}", (await EntriesAsync("warehouse")).ToString());
    }

    [Fact]
    public async Task LostWakeUp_IsMadeUpFor_ByTheNextRunThatFails()
    {
        // who had the lock has gone from the table without telling: as if it had died between the two
        var machine = await DeployAsync("lost", "warehouse", 1);
        var holder = await States.StartAsync(machine, """{"role":"x"}""");
        await States.SettleAsync();
        var waiter = await States.StartAsync(machine, """{"role":"x"}""");
        await States.SettleAsync();
        var gone = (await EntriesAsync("warehouse"))[0].Key;
        await TableAsync("UpdateItem", JsonObject.Of(
            ("Key", JsonObject.Of(("Lock", JsonObject.Of(("S", "warehouse"))))),
            ("UpdateExpression", "REMOVE Entries.#id, Places.#id, Tokens.#id"),
            ("ExpressionAttributeNames", JsonObject.Of(("#id", gone)))));

        await States.CallAsync("StopExecution", ("executionArn", holder));

        Assert.Equal("SUCCEEDED", (await States.EndAsync(waiter)).Text("status"));
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
            runs.Add(await States.StartAsync(machines[random.Next(3)], """{"role":"x"}"""));
            if (random.Next(3) > 0)
            {
                await States.SettleAsync();
            }

            if (random.Next(3) == 0)
            {
                await States.CallAsync("StopExecution", ("executionArn", runs[random.Next(runs.Count)]));
            }

            if (random.Next(8) == 0)
            {
                await RestartAsync();
            }

            Clock.Advance(TimeSpan.FromSeconds(random.Next(25)));
            Assert.True(await WorkingAsync("[\"one\"]") <= 1);
            Assert.True(await WorkingAsync("[\"{% two") <= 2);
        }

        foreach (var run in runs)
        {
            await States.EndAsync(run);
            Assert.True(await WorkingAsync("[\"one\"]") <= 1);
            Assert.True(await WorkingAsync("[\"{% two") <= 2);
        }

        await Eventually.GetAsync(
            async () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(5));
                await States.SettleAsync();
                return (await EntriesAsync("one")).Count + (await EntriesAsync("{% two \"二\" %}")).Count;
            },
            left => left == 0);
    }

    private async Task<string> DeployAsync(string name, string? lockName, int slots, int? timeout = null)
    {
        var job = new JobDefinition { Name = "The job", Command = [lockName ?? ""], Lock = lockName, Slots = slots, LockTimeout = timeout };
        var network = new JobNetwork { Name = name, Jobs = [lockName is null ? job with { Command = ["true"] } : job] };
        var artefact = NetworkCompiler.Artefact(network, Names);
        await StackPublication.PublishAsync(artefact, Runtime.Client.CallAsync);
        return artefact.Arn;
    }
}
