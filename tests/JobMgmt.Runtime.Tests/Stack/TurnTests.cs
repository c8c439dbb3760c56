using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>Runs of one network that begin while others go on, and runs that are held, with the real networks, StopJobs and rules.</summary>
public sealed class TurnTests : StandInStackTests
{
    private const string Input = """{"role":"x"}""";
    private readonly HashSet<string> _deployed = [];

    [Theory]
    [InlineData(IfRunning.Allow, 0)]
    [InlineData(IfRunning.Skip, 2)]
    [InlineData(IfRunning.Queue, 2)]
    [InlineData(IfRunning.QueueOne, 2)]
    [InlineData(IfRunning.StopOther, 2)]
    public async Task Run_TakesTwoTransitionsMore_WhereNoOtherGoesOn(IfRunning ifRunning, int more)
    {
        var free = await EndedStatesAsync(await DeployAsync("free", IfRunning.Allow));
        var machine = await DeployAsync("alone", ifRunning);
        await EndedStatesAsync(machine); // the very first makes the lock

        Assert.Equal(free + more, await EndedStatesAsync(machine));
    }

    [Theory]
    [InlineData(IfRunning.Allow, "Succeeded 60", "Succeeded 60", "Succeeded 60", "Succeeded 60")]
    [InlineData(IfRunning.Skip, "Succeeded 60", "Skipped 0", "Skipped 0", "Skipped 0")]
    [InlineData(IfRunning.Queue, "Succeeded 60", "Succeeded 120", "Succeeded 180", "Succeeded 240")]
    [InlineData(IfRunning.QueueOne, "Succeeded 60", "Succeeded 120", "Skipped 0", "Skipped 0")]
    [InlineData(IfRunning.StopOther, "StoppedByOtherRun 0", "StoppedByOtherRun 0", "StoppedByOtherRun 0", "Succeeded 70")]
    public async Task Runs_DoWhatTheirNetworkSays_WhileAnotherGoesOn(IfRunning ifRunning, params string[] expected)
    {
        var machine = await DeployAsync("nightly", ifRunning);
        var runs = new List<string>();
        for (var i = 0; i < expected.Length; i++)
        {
            runs.Add(await States.StartAsync(machine, Input));
            await States.SettleAsync();
            Assert.True(ifRunning == IfRunning.Allow || await WorkingAsync() <= 1);
        }

        foreach (var run in runs)
        {
            await States.EndAsync(run);
        }

        Assert.Equal(expected, await Task.WhenAll(runs.Select(EndAsync)));
        await States.SettleAsync();
        Assert.Equal("{}", (await EntriesAsync("network#nightly")).ToString());
    }

    [Fact]
    public async Task SkippedRun_NamesTheOneThatWentOn()
    {
        var machine = await DeployAsync("nightly", IfRunning.Skip);
        var first = await States.StartAsync(machine, Input);
        await States.SettleAsync();

        var output = (await States.EndAsync(await States.StartAsync(machine, Input))).Text("output");

        var skipped = SkippedRun.Read(JsonValue.Parse(output));
        Assert.Equal(($"The run '{first.Split(':')[^1]}' of the network was going on.", first), (skipped!.Message, skipped.ExecutionArn));
    }

    [Theory]
    [InlineData(TriggerOnlyIf.Succeeded)]
    [InlineData(TriggerOnlyIf.Ended)]
    public async Task NothingComesAfterASkippedRun_ByTheTriggersRule(TriggerOnlyIf onlyIf)
    {
        var machine = await DeployAsync("nightly", IfRunning.Skip);
        var after = await DeployAsync("report", IfRunning.Allow);
        await StackPublication.PublishAsync(TriggerRules.Of("report", new JobTrigger { Name = "t", After = "nightly", OnlyIf = onlyIf }, Names), Names, Runtime.Client.CallAsync);
        var first = await States.StartAsync(machine, """{"role":"x","Trigger":{"Name":"t","DueTime":"2026-11-24T11:00:00Z"}}""");
        await States.SettleAsync();

        await States.EndAsync(await States.StartAsync(machine, Input));
        await States.SettleAsync();
        Assert.Empty(await AfterAsync());

        await States.EndAsync(first);
        await Eventually.GetAsync(AfterAsync, runs => runs.Length > 0);
        Assert.Equal(["report-20261124T110000Z"], await AfterAsync());

        async Task<string[]> AfterAsync() =>
            ((JsonArray)(await States.CallAsync("ListExecutions", ("stateMachineArn", after)))["executions"]!).Cast<JsonObject>().Select(run => run.Text("name")).ToArray();
    }

    [Fact]
    public async Task FailedAndStoppedRuns_LetTheNextOneIn()
    {
        var failing = await DeployAsync("nightly", IfRunning.Queue, command: "fail");
        var failed = await States.StartAsync(failing, Input);
        await States.SettleAsync();
        var machine = await DeployAsync("nightly", IfRunning.Queue);
        var stopped = await States.StartAsync(machine, Input);
        await States.SettleAsync();
        var waiting = await States.StartAsync(machine, Input);
        await States.SettleAsync();
        var last = await States.StartAsync(machine, Input);
        await States.SettleAsync();

        Assert.Equal("ExecutionFailed", (await States.EndAsync(failed)).Text("error"));
        Assert.Equal(60, (Clock.GetUtcNow() - StatesDriver.Noon).TotalSeconds); // at once, not when StopJobs has come by
        await States.SettleAsync();
        Assert.Equal(1, await WorkingAsync());
        await States.CallAsync("StopExecution", ("executionArn", waiting));
        await States.CallAsync("StopExecution", ("executionArn", stopped));

        Assert.Equal("SUCCEEDED", (await States.EndAsync(last)).Text("status"));
    }

    [Fact]
    public async Task FailFast_LetsTheNextOneIn_OnceWhatRunsIsStopped()
    {
        var failing = await DeployAsync("nightly", IfRunning.Queue, command: "fail", failFast: true);
        await States.StartAsync(failing, Input);
        await States.SettleAsync();
        var next = await States.StartAsync(await DeployAsync("nightly", IfRunning.Queue), Input);
        await States.SettleAsync();

        Assert.Equal("SUCCEEDED", (await States.EndAsync(next)).Text("status"));
        Assert.InRange((Clock.GetUtcNow() - StatesDriver.Noon).TotalSeconds, 120, 140);
    }

    [Fact]
    public async Task HeldRun_WaitsUntilItIsLetGo_AndTakesItsTurnThen()
    {
        var machine = await DeployAsync("nightly", IfRunning.Queue);
        var held = await States.StartAsync(machine, """{"Hold":{"Reason":"migration","By":"ann"},"tags":{"role":"x"}}""");
        await States.SettleAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        await States.SettleAsync();
        Assert.Equal("RUNNING", (await States.DescribeAsync(held)).Text("status"));
        Assert.Equal(0, await WorkingAsync());
        Assert.Equal("{}", (await EntriesAsync("network#nightly")).ToString());

        await States.CallAsync("SendTaskSuccess", ("taskToken", await TokenAsync(held)), ("output", "{}"));
        await States.SettleAsync();

        Assert.Single(await EntriesAsync("network#nightly"));
        Assert.Equal("SUCCEEDED", (await States.EndAsync(held)).Text("status"));
    }

    [Theory]
    [InlineData("""{"Hold":{},"role":"x"}""")]
    [InlineData("""{"Hold":{"Reason":7},"Parameters":{},"tags":{"role":"x"}}""")]
    public async Task HeldRun_EndsAsSkipped_WhenItIsDiscarded(string input)
    {
        var held = await States.StartAsync(await DeployAsync("nightly", IfRunning.Allow), input);
        await States.SettleAsync();

        await States.CallAsync("SendTaskFailure", ("taskToken", await TokenAsync(held)), ("error", "RunDiscarded"), ("cause", "Discarded by ann."));

        Assert.Equal("""{"Skipped":{"Message":"Discarded by ann."}}""", (await States.EndAsync(held)).Text("output"));
    }

    [Theory]
    [InlineData("""{"Hold":"x","role":"x"}""")]
    [InlineData("""[{"Hold":{}}]""")]
    public async Task WhatIsNoHold_HoldsNothing(string input)
    {
        var run = await States.StartAsync(await DeployAsync("nightly", IfRunning.Allow), input);
        await States.SettleAsync();

        Assert.Equal(1, await WorkingAsync());
        await States.EndAsync(run);
    }

    /// <summary>Many runs of networks of every kind, stopped at random moments, the runtime itself restarted in between: never two of one network at work, and in the end nobody is left.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Turns_HoldWhateverEnds(int seed)
    {
        var random = new Random(seed);
        var networks = new[] { IfRunning.Skip, IfRunning.Queue, IfRunning.QueueOne, IfRunning.StopOther }.Select(kind => (Kind: kind, Name: $"n{kind}")).ToArray();
        var machines = new List<string>();
        foreach (var (kind, name) in networks)
        {
            machines.Add(await DeployAsync(name, kind, command: random.Next(2) == 0 ? name : "fail", marker: name));
        }

        var runs = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            runs.Add(await States.StartAsync(machines[random.Next(machines.Count)], Input));
            if (random.Next(3) > 0)
            {
                await States.SettleAsync();
            }

            if (random.Next(4) == 0)
            {
                await States.CallAsync("StopExecution", ("executionArn", runs[random.Next(runs.Count)]));
            }

            if (random.Next(8) == 0)
            {
                await RestartAsync();
            }

            Clock.Advance(TimeSpan.FromSeconds(random.Next(25)));
            await AssertTurnsAsync();
        }

        foreach (var run in runs)
        {
            await States.EndAsync(run);
            await AssertTurnsAsync();
        }

        await Eventually.GetAsync(
            async () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(5));
                await States.SettleAsync();
                return (await Task.WhenAll(networks.Select(network => EntriesAsync("network#" + network.Name)))).Sum(entries => entries.Count);
            },
            left => left == 0);

        async Task AssertTurnsAsync()
        {
            foreach (var (_, name) in networks)
            {
                Assert.True(await WorkingAsync($"/{name}/") <= 1, name);
            }
        }
    }

    private async Task<string> DeployAsync(string name, IfRunning ifRunning, string command = "true", bool failFast = false, string marker = "x")
    {
        var job = new JobDefinition { Name = "The job", Command = [command], WorkingDirectory = $"/{marker}/" };
        var artefact = NetworkCompiler.Artefact(new JobNetwork { Name = name, Jobs = [job], IfRunning = ifRunning, FailFast = failFast, Tag = new Dictionary<string, string> { ["role"] = "x" } }, Names);
        if (!_deployed.Add(name))
        {
            await States.CallAsync("UpdateStateMachine", ("stateMachineArn", artefact.Arn), ("definition", artefact.Definition.ToString()));
            return artefact.Arn;
        }

        await StackPublication.PublishAsync(artefact, Runtime.Client.CallAsync);
        return artefact.Arn;
    }

    /// <summary>How a run has ended, and after how many seconds.</summary>
    private async Task<string> EndAsync(string run)
    {
        var end = await States.DescribeAsync(run);
        var how = end.Text("status") == "SUCCEEDED" ? SkippedRun.Read(JsonValue.Parse(end.Text("output"))) is null ? "Succeeded" : "Skipped" : end.Text("error");
        return $"{how} {((JsonNumber)end["stopDate"]!).ToDouble() - ((JsonNumber)end["startDate"]!).ToDouble():0}";
    }

    /// <summary>The task token of a held run, as its history tells it.</summary>
    private async Task<string> TokenAsync(string run)
    {
        var latest = (await States.HistoryAsync(run)).Reverse().Take(WaitingRun.Events).Select(item => new RunEvent(0, 0, item.Text("type"), default)
        {
            Resource = (item["taskScheduledEventDetails"] as JsonObject)?.Text("resource"),
            Parameters = item["taskScheduledEventDetails"] is JsonObject details ? JsonValue.Parse(details.Text("parameters")) : null,
        });
        return WaitingRun.Read(latest)!.TaskToken!;
    }
}
