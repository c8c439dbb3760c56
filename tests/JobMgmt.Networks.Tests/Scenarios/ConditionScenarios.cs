using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class ConditionScenarios
{
    /// <summary>Any graph, where any job may fail or end with 0 to 2, and may ask any job before it for its exit code: a model in a few lines says which jobs run.</summary>
    [Fact]
    public void Conditions_DecideByWhatJobsBeforeCameTo_ThroughGatesToo() =>
        (from sample in RandomGraph.Any(2, 12)
         from fails in Gen.Int[0, 4095]
         from runOn in Gen.Int[0, 5].Array[12]
         from asks in Gen.Int[0, 35].Array[12]
         select (sample, fails, runOn, asks)).Sample(
            item =>
            {
                var network = Network(item.sample.After);
                var graph = network.Graph();
                var asked = Enumerable.Range(0, graph.Count).Select(job =>
                {
                    var before = Enumerable.Range(0, graph.Count).Where(one => graph.IsBefore(one, job)).ToArray();
                    return before.Length == 0 || item.asks[job] < 12 ? ((int Job, int Code)?)null : (before[item.asks[job] % before.Length], item.asks[job] % 3);
                }).ToArray();
                network = network with
                {
                    Jobs = network.Jobs.Select((job, i) => job with
                    {
                        RunOn = job.After!.Count == 0 || item.runOn[i] > 2 ? JobRunOn.Success : (JobRunOn)item.runOn[i],
                        When = asked[i] is { } ask ? $"jobs.`job {ask.Job}`.ExitCode = {ask.Code}" : null,
                    }).ToArray(),
                };
                var bad = network.Jobs.Where((_, job) => (item.fails >> job & 1) != 0).Select(job => job.Name).ToHashSet();
                var run = new GraphRun(network, item.sample.Durations, bad)
                {
                    Answer = name => JsonObject.Of(("ResponseCode", Code(name))),
                    Cause = name => $$"""{"Message": "\"ResponseCode\": 7, no", "ResponseCode": {{Code(name)}}, "CommandId": "x"}""",
                }.Run();

                var status = Expected(network, graph, asked, bad);
                Assert.Equal(status.Where(one => one.Value is "Succeeded" or "Failed").Select(one => one.Key).Order(StringComparer.Ordinal), run.Starts.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(status.Values.Any(one => one is "Failed" or "Skipped") ? "FAILED" : "SUCCEEDED", run.Outcome.Status);
                Assert.Equal(status.Where(one => one.Value == "Failed").Select(one => one.Key).Order(StringComparer.Ordinal), run.Alerts.Order(StringComparer.Ordinal));
                var told = NetworkRunReader.Read(run.Events.Select(RunEvents.Of).ToArray(), network.Jobs.Select(job => job.Name).ToArray());
                Assert.Equal(network.Jobs.Select(job => status[job.Name].Replace("NotNeeded", "Skipped", StringComparison.Ordinal)), told.Select(job => job.Status.ToString()));
                Assert.True(NetworkReader.TryRead(NetworkCompiler.Compile(network, Samples.Names), "graph", out var read, out var reason), reason);
                Assert.Equivalent(network, read, strict: true);
            },
            iter: 150);

    [Theory]
    [InlineData("jobs.check.ExitCode = 4", true)]
    [InlineData("jobs.check.ExitCode = 0", false)]
    [InlineData("jobs.check.ExitCode in [3, 4] and $not(jobs.check.Status = \"Failed\")", true)]
    [InlineData("$exists(jobs.check.Error)", false)]
    [InlineData("jobs.check.Output.rows[1] = 2 and $count(jobs.check.Output.rows[$ > 1]) = 1", true)]
    [InlineData("($rows := jobs.check.Output.rows; $sum($map($rows, function($row) { $row * 2 })) = 6)", true)]
    [InlineData("run.NetworkName = \"graph\" and $contains(run.Id, run.Name) and $length(run.StartTime) > 10", true)]
    [InlineData("jobs . check\n  . `ExitCode`\n= 4 /* a judgement */", true)]
    [InlineData("\"a } b\" = 'a } b'", true)]
    [InlineData("false", false)]
    public void Condition_Decides(string condition, bool runs)
    {
        var run = Judge(condition);
        Assert.Equal(("SUCCEEDED", runs), (run.Outcome.Status, run.Starts.ContainsKey("then")));
        Assert.Empty(run.Alerts);
    }

    [Theory]
    [InlineData("jobs.check.ExitCode", "It gives a value of the type number, and not true or false.")]
    [InlineData("jobs.check.Error", "It gives nothing, and not true or false.")]
    [InlineData("$number(jobs.check.Output) = 1", "does not match function signature")]
    [InlineData("\"a\" < jobs.check.ExitCode", "must be of the same data type")]
    [InlineData("function($x) { $x }", "It gives a value of the type function")]
    [InlineData("$error(\"on purpose \\\" \\\\ 日本\")", "on purpose \" \\ 日本")]
    public void Condition_ThatFails_FailsTheJob_WithItsAlert(string condition, string told)
    {
        var run = Judge(condition);
        Assert.Equal(("FAILED", JobErrors.InvalidCondition), (run.Outcome.Status, run.Outcome.Error));
        var message = ((JsonString)((JsonObject)JsonValue.Parse(run.Outcome.Cause!))["Message"]!).Value;
        Assert.StartsWith("The condition of job 'then' could not be evaluated: threw an error during evaluation. ", message, StringComparison.Ordinal);
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.Equal(["then"], run.Alerts);
        Assert.Equal(["check"], run.Starts.Keys);
        var job = NetworkRunReader.Read(run.Events.Select(RunEvents.Of).ToArray(), ["check", "then"])[1];
        Assert.Equal((JobRunStatus.Failed, JobErrors.InvalidCondition, run.Outcome.Cause), (job.Status, job.Error, job.Cause));
    }

    [Fact]
    public void Condition_ThatFails_IsPassedOver_WithContinueOnFailure()
    {
        var run = Judge("1", job => job with { ContinueOnFailure = true });
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(JobRunStatus.Ignored, NetworkRunReader.Read(run.Events.Select(RunEvents.Of).ToArray(), ["check", "then"])[1].Status);
    }

    [Theory]
    [InlineData("{% jobs.check.Output.rows[0] & \"/\" & run.NetworkName %}", "\"1/graph\"")]
    [InlineData("{%jobs.check.ExitCode%}", "4")]
    [InlineData("{% jobs.check.Output.rows %}", "[1,2]")]
    [InlineData("{% jobs.check.Output %}", """{"rows":[1,2]}""")]
    [InlineData("{% \"{ \\u0025} $HOME\" %}", "\"{ %} $HOME\"")]
    [InlineData("{% no expression", "\"{% no expression\"")]
    public void Environment_TakesExpressions(string value, string given)
    {
        var run = Judge(null, job => job with { Environment = new Dictionary<string, string> { ["V"] = value } });
        Assert.Equal(JsonValue.Parse(given), ((JsonObject)run.Inputs["then"]["Environment"]!)["V"]);
    }

    [Fact]
    public void Environment_SeesTheItem_OfAJobWithAList()
    {
        var network = Network([], [0]);
        network = network with { Jobs = [network.Jobs[0], network.Jobs[1] with { ForEach = ["日本"], Environment = new Dictionary<string, string> { ["V"] = "{% item & '.' & jobs.`job 0`.Status %}" } }] };
        Assert.Equal(new JsonString("日本.Succeeded"), ((JsonObject)new GraphRun(network, [1, 1]).Run().Inputs["job 1"]["Environment"]!)["V"]);
    }

    [Fact]
    public void Environment_ThatCannotBeWorkedOut_FailsTheJob_WithItsAlert()
    {
        var run = Judge(null, job => job with { Environment = new Dictionary<string, string> { ["V"] = "{% jobs.check.Output.none %}" } });
        Assert.Equal("States.QueryEvaluationError", run.Outcome.Error);
        Assert.Contains("returned nothing (undefined)", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(["then"], run.Alerts);
    }

    [Fact]
    public void OutputsTooLongForAGate_AreLeftOut_AndTheRestIsTold()
    {
        // c after a; d after a and b, and it asks a: a gate. The output alone would not fit into its cause.
        var network = Network([], [], [0], [0, 1]);
        network = network with
        {
            Jobs = network.Jobs.Select((job, i) => i == 0 ? job with { Output = JobOutput.LastLine } : i < 2 ? job
                : job with { When = "jobs.`job 0`.ExitCode = 3", Environment = new Dictionary<string, string> { ["V"] = "{% $exists(jobs.`job 0`.Output) %}" } }).ToArray(),
        };
        foreach (var (length, isTold) in new[] { (20_000, "true"), (31_000, "false") })
        {
            var run = new GraphRun(network, [1, 1, 1, 1]) { Answer = _ => JsonObject.Of(("ResponseCode", 3), ("Output", new string('x', length))) }.Run();
            Assert.Equal("SUCCEEDED", run.Outcome.Status);
            Assert.Contains(isTold, new[] { run.Inputs["job 2"], run.Inputs["job 3"] }.Select(input => ((JsonObject)input["Environment"]!)["V"]!.ToString()));
        }
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("")]
    [InlineData("""{"ResponseCode": -1}""")]
    [InlineData("""{"ResponseCode": "4"}""")]
    [InlineData("""{"ResponseCode": 4""")]
    [InlineData("\u0000{{{\"ResponseCode\":")]
    public void ExitCode_OfAFailure_IsUnknown_WhereItsCauseTellsNone(string cause)
    {
        var network = Network([], [0]);
        network = network with { Jobs = [network.Jobs[0], network.Jobs[1] with { RunOn = JobRunOn.Always, When = "$not($exists(jobs.`job 0`.ExitCode)) and jobs.`job 0`.Error = \"ExecutionFailed\"" }] };
        Assert.Contains("job 1", new GraphRun(network, [1, 1], ["job 0"]) { Cause = _ => cause }.Run().Starts.Keys);
    }

    private static Dictionary<string, string> Expected(JobNetwork network, JobGraph graph, (int Job, int Code)?[] asked, HashSet<string> bad)
    {
        var status = new Dictionary<string, string>();
        for (var left = Enumerable.Range(0, graph.Count).ToList(); left.Count > 0;)
        {
            var at = left.First(one => left.TrueForAll(other => !graph.IsBefore(other, one)));
            left.Remove(at);
            var job = network.Jobs[at];
            var before = job.After!.Select(name => status[name]).ToArray();
            var isWell = before.All(one => one is not ("Failed" or "Skipped"));
            status[job.Name] = job.RunOn == JobRunOn.Failure && isWell ? "NotNeeded"
                : job.RunOn == JobRunOn.Success && before.Length > 0 && before.All(one => one == "NotChosen") ? "NotChosen"
                : job.RunOn == JobRunOn.Success && !isWell ? "Skipped"
                : asked[at] is { } ask && !(status[$"job {ask.Job}"] is "Succeeded" or "Failed" && Code($"job {ask.Job}") == ask.Code) ? "NotChosen"
                : bad.Contains(job.Name) ? "Failed" : "Succeeded";
        }

        return status;
    }

    private static int Code(string name) => name[^1] % 3;

    private static GraphRun Judge(string? condition, Func<JobDefinition, JobDefinition>? change = null)
    {
        var network = Network([], [0]);
        var then = network.Jobs[1] with { Name = "then", After = ["check"], When = condition };
        network = network with { Jobs = [network.Jobs[0] with { Name = "check", Output = JobOutput.Json, SuccessExitCode = [0, 4] }, change?.Invoke(then) ?? then] };
        return new GraphRun(network, [1, 1]) { Answer = _ => JsonObject.Of(("ResponseCode", 4), ("Output", JsonValue.Parse("""{"rows":[1,2]}"""))) }.Run();
    }

    private static JobNetwork Network(params IReadOnlyList<int>[] after) => new()
    {
        Name = "graph",
        Jobs = after.Select((list, i) => Samples.Job($"job {i}", "true") with { After = list.Select(one => $"job {one}").ToArray() }).ToArray(),
    };
}
