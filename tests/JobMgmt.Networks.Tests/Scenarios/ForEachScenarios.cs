using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

/// <summary>A job that runs for each item of a list, from its definition to what is read of its runs.</summary>
public sealed class ForEachScenarios
{
    private static readonly JsonValue Tags = JsonValue.Parse("""{"role":"job_worker"}""");

    [Fact]
    public void EachItem_RunsOnce_WithItsValueAndIndex()
    {
        var network = Network("a", "b c", "é'\"{% $x %}\n🙂");
        var run = new MachineRun().Run(NetworkCompiler.Compile(network with { Jobs = [network.Jobs[0]] }, Samples.Names), Tags.ToString());
        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(["a", "b c", "é'\"{% $x %}\n🙂"], Inputs(run).Select(input => ((JsonString)input["Item"]!).Value));
        Assert.Equal(["0", "1", "2"], Inputs(run).Select(input => input["ItemIndex"]!.ToString()));
        Assert.Equal("""{"Items":3}""", run.Outcome.Output!.ToString());
    }

    [Fact]
    public void AnEmptyList_IsDone()
    {
        var run = Simulate(Network());
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal((JobRunStatus.Succeeded, 0, 0), (run.Jobs[0].Status, run.Jobs[0].ItemCount, run.Jobs[0].Items!.Count));
        Assert.Equal(["after"], run.Path);
    }

    [Fact]
    public void AFailedItem_StopsNoOther_AndTheJobFailsOnce_NamingIt()
    {
        var run = Simulate(Network("a", "b", "c"), Fails("b"));
        Assert.Equal(("FAILED", "ItemsFailed"), (run.Outcome.Status, run.Outcome.Error));
        Assert.Equal(
            """{"Message":"1 of 3 items failed: 'b'.","Items":3,"Failed":1,"FailedItems":[{"Index":1,"Item":"b","Error":"ExecutionFailed","Message":"The command ended with exit code 3 on i-00000000000000000."}]}""",
            run.Outcome.Cause);
        Assert.Equal([("load", "ItemsFailed")], run.Alerts.Select(alert => (alert.JobName!, alert.Error!)));
        var job = run.Jobs[0];
        Assert.Equal((JobRunStatus.Failed, 3, "ItemsFailed"), (job.Status, job.ItemCount, job.Error));
        Assert.Equal([JobRunStatus.Succeeded, JobRunStatus.Failed, JobRunStatus.Succeeded], job.Items!.Select(item => item.Status));
        Assert.Equal(3, job.Items![1].Result.ExitCode);
        Assert.Equal("\"b\"", job.Items[1].Item!.ToString());
        Assert.Equal(JobRunStatus.Skipped, run.Jobs[1].Status);
    }

    [Fact]
    public void FailFast_EndsTheRun_WithTheFirstItemThatFails()
    {
        var run = Simulate(Network("a", "b", "c") with { FailFast = true }, new JobReply
        {
            ForItem = (_, index, _) => index == 1 ? new JobReply { ExitCode = 3, Duration = TimeSpan.FromSeconds(1) } : new JobReply { Duration = TimeSpan.FromMinutes(4) },
        });
        Assert.Equal(("FAILED", "ItemsFailed"), (run.Outcome.Status, run.Outcome.Error));
        Assert.Contains("Item 'b' failed: The command ended with exit code 3", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(1), run.StopTime - run.StartTime);
        Assert.Single(run.Alerts);
        Assert.Equal([JobRunStatus.Aborted, JobRunStatus.Failed, JobRunStatus.Aborted], run.Jobs[0].Items!.Select(item => item.Status));
    }

    [Theory]
    [InlineData(null, 200, 5)] // an inline Map runs 40 at once
    [InlineData(1, 5, 5)]
    [InlineData(4, 10, 3)]
    [InlineData(100, 80, 2)]
    public void MaxConcurrency_LimitsTheItemsAtOnce(int? most, int items, int rounds)
    {
        var network = Network(Enumerable.Range(1, items).Select(i => $"item {i}").ToArray());
        network = network with { Jobs = [network.Jobs[0] with { MaxConcurrency = most }, network.Jobs[1]] };
        var run = Simulate(network, new JobReply { Duration = TimeSpan.FromMinutes(1) });
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(TimeSpan.FromMinutes(rounds), run.StopTime - run.StartTime);
        Assert.Equal(items, run.Jobs[0].Items!.Count);
    }

    [Fact]
    public void ManyItemsThatFailWithLongWords_StayWithinWhatARunCarries()
    {
        var items = Enumerable.Range(0, JobDefinition.MaxItems).Select(i => new string('漢', 150) + i).ToArray();
        var run = Simulate(Network(items), new JobReply { ExitCode = 1, Cause = new JsonString(new string('字', 20_000)).ToString() });
        Assert.Equal(("FAILED", "ItemsFailed"), (run.Outcome.Status, run.Outcome.Error));
        Assert.InRange(run.Outcome.Cause!.Length, 100, 8000);
        Assert.Contains("1000 of 1000 items failed", run.Outcome.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Retry_IsForEachItemByItself()
    {
        var network = Network("a", "b");
        network = network with { Jobs = [network.Jobs[0] with { Retry = [new JobRetryPolicy { MaxAttempts = 2 }] }] };
        var run = Simulate(network, new JobReply { ForItem = (item, _, attempt) => new JobReply { ExitCode = item.ToString() == "\"b\"" && attempt < 3 ? 1 : 0 } });
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal([1, 3], run.Jobs[0].Items!.Select(item => item.Starts));
    }

    [Fact]
    public void ARestart_DoesOnlyTheItemsThatAreNotDone_UnlessTheyHaveChanged()
    {
        var network = Network("a", "b", "c");
        var failed = Simulate(network, Fails("b"));
        var plan = RestartPlan.Of(network, failed.Jobs, null, [RestartPlan.FailedJob], null);
        Assert.Equal("""{"load":{"0":{"Item":"a"},"2":{"Item":"c"}}}""", plan.Items.ToString());

        var again = NetworkSimulation.Of(network).Run(plan.Rerun("arn").Input(Tags, null), Mocks(Fails("b")));
        Assert.Equal(["1"], again.Jobs[0].Items!.Select(item => item.ItemIndex.ToString()));
        Assert.Contains("1 of 3 items failed: 'b'", again.Outcome.Cause, StringComparison.Ordinal);
        var third = RestartPlan.Of(network, again.Jobs, plan.Rerun("arn"), [RestartPlan.FailedJob], null);
        Assert.Equal(plan.Items, third.Items);
        Assert.Equal("SUCCEEDED", NetworkSimulation.Of(network).Run(third.Rerun("arn").Input(Tags, null), Mocks(JobReply.Success)).Outcome.Status);

        var changed = NetworkSimulation.Of(Network("a", "b", "x", "c")).Run(third.Rerun("arn").Input(Tags, null), Mocks(JobReply.Success));
        Assert.Equal(["\"b\"", "\"x\"", "\"c\""], changed.Jobs[0].Items!.Select(item => item.Item!.ToString()));
        Assert.Empty(RestartPlan.Of(network, failed.Jobs, null, ["load"], null).Items);
        Assert.Equal(["load"], RestartPlan.Of(network, failed.Jobs, null, [RestartPlan.AfterFailedJob], null).Done.Select(member => member.Key));
    }

    [Fact]
    public void AJobBehindOneThatIsRunAgain_DoesAllOfItsItems()
    {
        var network = Network("a", "b");
        network = network with { Jobs = [Samples.Job("first", "true"), network.Jobs[0] with { RunOn = JobRunOn.Always }] };
        var run = NetworkSimulation.Of(network).Run(Tags, new Dictionary<string, Func<int, JobReply>> { ["first"] = _ => new JobReply { ExitCode = 1 }, ["load"] = _ => Fails("a") });
        Assert.Equal([JobRunStatus.Failed, JobRunStatus.Failed], run.Jobs.Select(job => job.Status));
        Assert.Empty(RestartPlan.Of(network, run.Jobs, null, [RestartPlan.FailedJob], null).Items);
    }

    [Fact]
    public void ARestartOfAStoppedRun_DoesEachItemOnce() =>
        Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(Network("a", "b", "c"), Samples.Names).ToString()));

    [Theory]
    [InlineData(JobOutput.Json, """["a","b"]""", "{% jobs.list.Output %}", """["a","b"]""")]
    [InlineData(JobOutput.Json, """["a"]""", "{% jobs.list.Output %}", """["a"]""")]
    [InlineData(JobOutput.Json, """[[1,2]]""", "{% jobs.list.Output %}", """[[1,2]]""")]
    [InlineData(JobOutput.Json, """[1,null,{"x":"y"},[3]]""", "{% jobs.list.Output %}", """[1,null,{"x":"y"},[3]]""")]
    [InlineData(JobOutput.Json, "[]", "{% jobs.list.Output %}", "[]")]
    [InlineData(JobOutput.Json, """{"files":["x","y"]}""", "{% jobs.list.Output.files %}", """["x","y"]""")]
    [InlineData(JobOutput.Json, "\"a b\\n\\n  \\r\\nc\\n\"", "{% jobs.list.Output %}", """["a b","c"]""")]
    [InlineData(JobOutput.LastLine, "\"a,b\"", "{% $split(jobs.list.Output, \",\") %}", """["a","b"]""")]
    [InlineData(JobOutput.LastLine, "\"\"", "{% jobs.list.Output %}", "[]")]
    public void AnExpression_GivesTheItems(JobOutput output, string told, string items, string expected)
    {
        var network = Listed(output, items);
        var run = new MachineRun().Succeeds("list", $"{{\"ResponseCode\":0,\"Output\":{told}}}").Succeeds("load", """{"ResponseCode":0}""").Run(NetworkCompiler.Compile(network, Samples.Names), Tags.ToString());
        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(expected, new JsonArray(Inputs(run).Select(input => input["Item"]!)).ToString());
        Assert.True(NetworkReader.TryRead(NetworkCompiler.Compile(network, Samples.Names), "n", out var read, out _));
        Assert.Equivalent(network, read, strict: true);
    }

    [Theory]
    [InlineData("5", "a value of the type number")]
    [InlineData("null", "a value of the type null")]
    [InlineData("{}", "a value of the type object")]
    [InlineData("[1,2]", "T0410", "{% $uppercase(jobs.list.Output) %}")]
    [InlineData("{}", "nothing", "{% jobs.list.Output.files %}")]
    [InlineData("5", "1001 items; a job can run through 1000", "{% [0..1000] %}")]
    public void WhatIsNoList_FailsTheJob_WithItsAlert(string told, string said, string items = "{% jobs.list.Output %}")
    {
        var run = new MachineRun().Succeeds("list", $"{{\"ResponseCode\":0,\"Output\":{told}}}").Run(NetworkCompiler.Compile(Listed(JobOutput.Json, items), Samples.Names), Tags.ToString());
        Assert.Equal(("FAILED", "InvalidJobInput"), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Contains(said, run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal("load", ((JsonString)((JsonObject)run.Parameters("Alert for job 2")["Input"]!)["JobName"]!).Value);
    }

    [Theory]
    [InlineData("\"x\"", "\"y\"", """["x","y"]""")]
    [InlineData("[1,2]", "[3]", "[[1,2],[3]]")]
    [InlineData("{}", "null", "[{},null]")]
    public void TheOutputs_OfItsItems_AreAListForThoseBehind_AlsoAfterARestart(string first, string second, string expected)
    {
        var network = new JobNetwork
        {
            Name = "n",
            Jobs =
            [
                Samples.Job("load", "true") with { ForEach = ["a", "b"], Output = JobOutput.Json },
                Samples.Job("after", "true") with { Environment = new Dictionary<string, string> { ["ALL"] = "{% $string(jobs.load.Output) %}", ["ONE"] = "{% $count(jobs.load.Output) %}" } },
            ],
        };
        var mocks = Mocks(new JobReply { ForItem = (_, index, _) => new JobReply { Output = JsonValue.Parse(index == 0 ? first : second) } });
        var run = new MachineRun().Succeeds("load", $"{{\"Output\":{first}}}").Succeeds("load", $"{{\"Output\":{second}}}").Run(NetworkCompiler.Compile(network, Samples.Names), Tags.ToString());
        Assert.Equal(expected, All(run));

        var failed = NetworkSimulation.Of(network).Run(Tags, Mocks(new JobReply { ForItem = (_, index, _) => new JobReply { ExitCode = index, Output = JsonValue.Parse(first) } }));
        var plan = RestartPlan.Of(network, failed.Jobs, null, [RestartPlan.FailedJob], null);
        Assert.Equal(["0"], ((JsonObject)plan.Items["load"]!).Select(item => item.Key));
        var again = new MachineRun().Succeeds("load", $"{{\"Output\":{second}}}").Run(NetworkCompiler.Compile(network, Samples.Names), plan.Rerun("arn").Input(Tags, null).ToString());
        Assert.Equal(expected, All(again));

        var whole = NetworkSimulation.Of(network).Run(Tags, mocks);
        Assert.Equal(expected, ((JsonObject)RestartPlan.Of(network, whole.Jobs, null, ["after"], null).Done["load"]!)["Output"]!.ToString());
    }

    [Fact]
    public void OutputsTogetherTooLong_FailTheirItems()
    {
        var network = new JobNetwork
        {
            Name = "n",
            Jobs =
            [
                Samples.Job("load", "true") with { ForEach = ["a", "b", "c"], Output = JobOutput.Json },
                Samples.Job("after", "true") with { Environment = new Dictionary<string, string> { ["ALL"] = "{% $string(jobs.load.Output) %}" } },
            ],
        };
        var run = NetworkSimulation.Of(network).Run(Tags, Mocks(new JobReply { ForItem = (_, index, _) => new JobReply { Output = new string('漢', index == 1 ? 20_001 : 19_000) } }));
        Assert.Equal("ItemsFailed", run.Outcome.Error);
        Assert.Contains("1 of 3 items failed: 'b'", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Contains("InvalidJobOutput", run.Outcome.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% jobs.nobody.Output %}", "nobody")]
    [InlineData("{% item %}", "item")]
    [InlineData("{% jobs.load.Output %}", "load")]
    [InlineData("{% [1 %}", "JSONata")]
    public void AnExpressionThatCantBe_IsRefused_WithItsPlace(string items, string said)
    {
        var fault = Assert.Single(NetworkValidator.Validate(Listed(JobOutput.Json, items), Samples.Names));
        Assert.Equal("Jobs[1].ForEach", fault.Place);
        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
    }

    private static JobNetwork Listed(JobOutput output, string items) => new()
    {
        Name = "n",
        Jobs = [Samples.Job("list", "ls") with { Output = output }, Samples.Job("load", "true") with { ForEach = [items], MaxConcurrency = 3 }],
    };

    private static string? All(MachineRun run) => ((JsonString?)((JsonObject)((JsonObject)run.Parameters("after")["Input"]!)["Environment"]!)["ALL"])?.Value;

    private static JobNetwork Network(params string[] items) => new()
    {
        Name = "n",
        Jobs = [Samples.Job("load", "./load.sh \"$JOBMGMT_ITEM\"") with { ForEach = items }, Samples.Job("after", "true")],
    };

    private static JobReply Fails(string failing) =>
        new() { ForItem = (item, _, _) => new JobReply { ExitCode = item is JsonString text && text.Value == failing ? 3 : 0 } };

    private static Dictionary<string, Func<int, JobReply>> Mocks(JobReply load) => new() { ["load"] = _ => load };

    private static SimulatedRun Simulate(JobNetwork network, JobReply? load = null) => NetworkSimulation.Of(network).Run(Tags, Mocks(load ?? JobReply.Success));

    private static IEnumerable<JsonObject> Inputs(MachineRun run) => run.Tasks.Where(task => task.StateName == "load").Select(task => (JsonObject)((JsonObject)task.Parameters)["Input"]!);
}
