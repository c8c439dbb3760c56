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
