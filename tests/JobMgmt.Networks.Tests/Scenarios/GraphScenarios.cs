using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class GraphScenarios
{
    [Fact]
    public void CompiledGraph_StartsEachJobAsSoonAsItsPredecessorsHaveEnded() => RandomGraph.Any(1, 14).Sample(
        sample =>
        {
            var network = Network(sample.After);
            var run = new GraphRun(network, sample.Durations).Run();
            Assert.Equal("SUCCEEDED", run.Outcome.Status);
            Assert.Equal(PlanTiming.Earliest(network.Graph(), sample.Durations), network.Jobs.Select(job => run.Starts[job.Name]));
            var plan = NetworkPlan.Of(network.Graph());
            Assert.InRange(run.Transitions + plan.Gates.Count, PlanCost.Of(plan).Least, PlanCost.Of(plan).Most);
        },
        iter: 60);

    [Fact]
    public void FailedJob_KeepsOnlyThoseAfterItFromRunning_AndRaisesOneAlert() => RandomGraph.Any(1, 12).Select(Gen.Int[0, 4095], (sample, fails) => (sample, fails)).Sample(
        item =>
        {
            var network = Network(item.sample.After);
            var graph = network.Graph();
            var bad = Enumerable.Range(0, graph.Count).Where(job => (item.fails >> job & 1) != 0).ToArray();
            var run = new GraphRun(network, item.sample.Durations, bad.Select(job => network.Jobs[job].Name)).Run();

            var runs = Enumerable.Range(0, graph.Count).Where(job => !bad.Any(failed => graph.IsBefore(failed, job))).Select(job => network.Jobs[job].Name).ToArray();
            var failed = bad.Select(job => network.Jobs[job].Name).Where(runs.Contains).ToArray();
            Assert.Equal(runs.Order(StringComparer.Ordinal), run.Starts.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(failed.Order(StringComparer.Ordinal), run.Alerts.Order(StringComparer.Ordinal));
            switch (failed.Length)
            {
                case 0:
                    Assert.Equal("SUCCEEDED", run.Outcome.Status);
                    break;
                case 1:
                    Assert.Equal(("FAILED", "ExecutionFailed", failed[0] + " failed"), (run.Outcome.Status, run.Outcome.Error, run.Outcome.Cause));
                    break;
                default:
                    Assert.Equal(("FAILED", "JobsFailed"), (run.Outcome.Status, run.Outcome.Error));
                    var cause = (JsonObject)JsonValue.Parse(run.Outcome.Cause!);
                    Assert.Equal(failed.Order(StringComparer.Ordinal), Texts(cause["FailedJobs"]).Order(StringComparer.Ordinal));
                    Assert.Equal(network.Jobs.Select(job => job.Name).Except(runs).Order(StringComparer.Ordinal), Texts(cause["SkippedJobs"]).Order(StringComparer.Ordinal));
                    break;
            }
        },
        iter: 120);

    [Fact]
    public void RunOn_DecidesByWhatThePredecessorsCameTo() =>
        (from sample in RandomGraph.Any(2, 12) from fails in Gen.Int[0, 4095] from ignored in Gen.Int[0, 4095] from when in Gen.Int[0, 2].Array[12] select (sample, fails, ignored, when)).Sample(
            item =>
            {
                var network = Network(item.sample.After);
                network = network with
                {
                    Jobs = network.Jobs.Select((job, i) => job with
                    {
                        RunOn = job.After!.Count == 0 ? JobRunOn.Success : (JobRunOn)item.when[i],
                        ContinueOnFailure = (item.ignored >> i & 1) != 0,
                    }).ToArray(),
                };
                if (NetworkValidator.Validate(network, Samples.Names).Any())
                {
                    return; // one that would never run
                }

                var bad = network.Jobs.Where((_, job) => (item.fails >> job & 1) != 0).Select(job => job.Name).ToHashSet();
                var run = new GraphRun(network, item.sample.Durations, bad).Run();

                var (ran, well) = (new HashSet<string>(), new HashSet<string>());
                for (var left = network.Jobs.ToList(); left.Count > 0;)
                {
                    var job = left.First(one => one.After!.All(name => left.All(other => other.Name != name)));
                    left.Remove(job);
                    var allWell = job.After!.All(well.Contains);
                    var runs = job.RunOn switch { JobRunOn.Success => allWell, JobRunOn.Failure => !allWell, _ => true };
                    _ = runs && ran.Add(job.Name);
                    _ = (runs ? job.ContinueOnFailure || !bad.Contains(job.Name) : job.RunOn == JobRunOn.Failure) && well.Add(job.Name);
                }

                Assert.Equal(ran.Order(StringComparer.Ordinal), run.Starts.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(well.Count == network.Jobs.Count ? "SUCCEEDED" : "FAILED", run.Outcome.Status);
                Assert.Equal(ran.Where(bad.Contains).Order(StringComparer.Ordinal), run.Alerts.Order(StringComparer.Ordinal));
            },
            iter: 120);

    [Fact]
    public void FailFast_EndsWithTheFirstFailure_WhileOthersRun()
    {
        var network = Network([], [], [0, 1]) with { FailFast = true };
        var run = new GraphRun(network, [1, 100, 1], ["job 0"]).Run();
        Assert.Equal(("FAILED", "ExecutionFailed", "job 0 failed"), (run.Outcome.Status, run.Outcome.Error, run.Outcome.Cause));
        Assert.Equal(["job 0"], run.Alerts);
        Assert.DoesNotContain("job 2", run.Starts.Keys);
    }

    [Fact]
    public void Gate_IsWaitedForAgain_WhenTheStartIsThrottled()
    {
        var run = new MachineRun()
            .Fails(WaitAtGate, "StepFunctions.AWSStepFunctionsException", "Rate exceeded (Service: AWSStepFunctions; Status Code: 400)", submitted: false)
            .Fails(WaitAtGate, "States.TaskFailed", """{"Status":"ABORTED","Error":"GateOpened","Cause":"{\"job 0\":{\"Status\":\"Succeeded\"}}"}""")
            .Run(NetworkCompiler.Compile(Network([], [], [0], [0, 1]), Samples.Names), """{"role":"worker"}""");

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(2, run.Tasks.Count(task => task.StateName == WaitAtGate));
    }

    [Fact]
    public void Run_EndsAndSaysWhy_WhenAGateCannotBeWaitedFor()
    {
        var run = new MachineRun()
            .Fails(WaitAtGate, "StepFunctions.StateMachineDoesNotExistException", "State Machine Does Not Exist: 'JobGate' (Service: AWSStepFunctions)", submitted: false)
            .Run(NetworkCompiler.Compile(Network([], [], [0], [0, 1]), Samples.Names), """{"role":"worker"}""");

        Assert.Equal(("FAILED", "States.QueryEvaluationError"), (run.Outcome!.Status, run.Outcome.Error)); // the rule on status events alerts of it
        Assert.Contains("could not wait at gate 1: StepFunctions.StateMachineDoesNotExistException: State Machine Does Not Exist: 'JobGate'", run.Outcome.Cause, StringComparison.Ordinal);
    }

    private const string WaitAtGate = "Wait at gate 1 (1)";

    [Fact]
    public void Output_HasTheAnswersOfTheLastJobs_ByName()
    {
        Assert.Equal("""{"Job":"job 1"}""", new GraphRun(Network([], [0]), [1, 1]).Run().Outcome.Output!.ToString());
        Assert.Equal(
            JsonValue.Parse("""{"job 1":{"Job":"job 1"},"job 2":{"Job":"job 2"}}"""), new GraphRun(Network([], [0], [0]), [1, 2, 1]).Run().Outcome.Output);
    }

    [Fact]
    public void RunThatContinuesAnother_SkipsWhatIsDone()
    {
        var run = new GraphRun(Network([], [0], [0], [1, 2]), [1, 1, 1, 1])
            .Run("""{"role":"worker","Rerun":{"Done":{"job 0":{"Status":"Succeeded"},"job 1":{"Status":"Succeeded"}}}}""");
        Assert.Equal(["job 2", "job 3"], run.Starts.Keys);
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
    }

    [Theory]
    [InlineData("{% 1 + 1 %}")]
    [InlineData("%}")]
    [InlineData("{%")]
    [InlineData("echo \"{% $x %}\"")]
    [InlineData("{{ ssm:x }} $states ` \\ \" é 🙂")]
    public void TextThatLooksLikeAnExpression_ReachesRunJobAsItIs(string text)
    {
        var job = new JobDefinition { Name = text, Command = [text, "x " + text], WorkingDirectory = "/" + text, After = [] };
        var network = new JobNetwork { Name = "n", Jobs = [job, job with { Name = "after " + text, After = [text] }] };
        var definition = NetworkCompiler.Compile(network, Samples.Names);
        var run = new MachineRun().Run(definition, """{"role":"{% x %}"}""");

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        var input = (JsonObject)run.Parameters("after " + text)["Input"]!;
        Assert.Equal([text, "x " + text], Texts(input["Commands"]));
        Assert.Equal(("/" + text, "after " + text, "{% x %}"), (Text(input["WorkingDirectory"]), Text(input["JobName"]), Text(((JsonObject)input["Tags"]!)["role"])));
        Assert.True(NetworkReader.TryRead(definition, "n", out var read, out _));
        Assert.Equivalent(network, read, strict: true);
    }

    [Fact]
    public void CompiledGraph_ReadsBackAsTheSameNetwork() => RandomGraph.Any(1, 40).Sample(
        sample =>
        {
            var network = Network(sample.After) with { FailFast = sample.After.Length % 2 == 0, AlertChannel = "high", Tag = new Dictionary<string, string> { ["role"] = "x" } };
            Assert.True(NetworkReader.TryRead(NetworkCompiler.Compile(network, Samples.Names), "graph", out var read, out var reason), reason);
            Assert.Equivalent(network, read, strict: true);
        },
        iter: 100);

    private static JobNetwork Network(params IReadOnlyList<int>[] after) => new()
    {
        Name = "graph",
        Jobs = after.Select((list, i) => Samples.Job($"job {i}", "true") with { After = list.Select(one => $"job {one}").ToArray() }).ToArray(),
    };

    private static IEnumerable<string> Texts(JsonValue? list) => ((JsonArray)list!).Select(Text);

    private static string Text(JsonValue? value) => ((JsonString)value!).Value;
}
