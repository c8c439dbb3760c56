using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Simulation;

public sealed class NetworkSimulationTests
{
    private static readonly JsonValue Tags = JsonValue.Parse("""{"role":"job_worker"}""");

    [Fact]
    public void Run_Succeeds_WhereNothingIsMocked()
    {
        var run = Run(Network(Job("a"), Job("b")));
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(["a", "b"], run.Path);
        Assert.All(run.Jobs, job => Assert.Equal((JobRunStatus.Succeeded, 1, 0), (job.Status, job.Starts, job.Result.ExitCode)));
        Assert.Equal(TimeSpan.Zero, run.StopTime - run.StartTime);
        Assert.Equal("0", ((JsonObject)run.Outcome.Output!)["ResponseCode"]!.ToString());
        Assert.Equal(3 + (2 * 2) + (2 * 4) + 2, run.StateTransitions);
        Assert.Empty(run.Alerts);
    }

    [Fact]
    public void Run_FailsWithTheJobsError_AndSendsOneAlert_WhenAJobFails()
    {
        var run = Run(Network(Job("a"), Job("b"), Job("c")), ("b", _ => new JobReply { ExitCode = 3 }));
        Assert.Equal(("FAILED", "ExecutionFailed"), (run.Outcome.Status, run.Outcome.Error));
        Assert.Equal([JobRunStatus.Succeeded, JobRunStatus.Failed, JobRunStatus.Skipped], run.Jobs.Select(job => job.Status));
        Assert.Equal(3, JobResult.Parse(run.Outcome.Cause).ExitCode);
        Assert.Contains("exit code 3", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(("b", "ExecutionFailed", "high"), (run.Alerts.Single().JobName, run.Alerts[0].Error, run.Alerts[0].Channel));
    }

    [Fact]
    public void Run_TriesAgain_WithTheWaitsOnTheClock()
    {
        var job = Job("a") with { Retry = [new JobRetryPolicy { MaxAttempts = 2, Interval = 60, BackoffRate = 2, ErrorName = ["ExecutionFailed"] }] };
        var run = Run(Network(job), ("a", attempt => new JobReply { ExitCode = attempt < 3 ? 1 : 0, Duration = TimeSpan.FromSeconds(10) }));
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(3, run.Jobs[0].Starts);
        Assert.Equal(TimeSpan.FromSeconds(10 + 60 + 10 + 120 + 10), run.StopTime - run.StartTime);
        Assert.Equal(["a"], run.Path);
    }

    [Fact]
    public void Run_TriesAgain_AsManyTimesAsTheErrorIsWorth()
    {
        var job = Job("a") with { Retry = [new JobRetryPolicy { ErrorName = ["Temporary"], MaxAttempts = 2, Interval = 5 }, new JobRetryPolicy { Interval = 1000 }] };
        var replies = new[] { "Temporary", "ExecutionFailed", "Temporary", "Temporary" };
        var run = Run(Network(job), ("a", attempt => new JobReply { Error = replies[attempt - 1] }));
        Assert.Equal((4, "Temporary"), (run.Jobs[0].Starts, run.Outcome.Error));
        Assert.Equal(TimeSpan.FromSeconds(5 + 1000 + 10), run.StopTime - run.StartTime);
    }

    [Theory]
    [InlineData(300, "SUCCEEDED", 300)] // the whole ExecutionTimeout may be taken
    [InlineData(301, "FAILED", 300)] // then the agent stops the command
    [InlineData(90_000, "FAILED", 300)]
    public void Run_StopsACommand_AtItsExecutionTimeout(int seconds, string status, int stopped)
    {
        var run = Run(Network(Job("a")), ("a", _ => new JobReply { Duration = TimeSpan.FromSeconds(seconds) }));
        Assert.Equal(status, run.Outcome.Status);
        Assert.Equal(stopped, (run.StopTime - run.StartTime).TotalSeconds);
        Assert.Equal(status == "FAILED" ? null : 0, run.Jobs[0].Result.ExitCode);
    }

    [Fact]
    public void Run_TriesAgain_AfterAnExecutionTimeoutThatHasAName()
    {
        var job = Job("a") with { ErrorName = new Dictionary<int, string> { [124] = "TooSlow" }, Retry = [new JobRetryPolicy { ErrorName = ["TooSlow"], Interval = 60 }] };
        var run = Run(Network(job), ("a", attempt => new JobReply { Duration = TimeSpan.FromSeconds(attempt == 1 ? 301 : 10) }));
        Assert.Equal(("SUCCEEDED", 2), (run.Outcome.Status, run.Jobs[0].Starts));
        Assert.Equal("TooSlow", Run(Network(job with { Retry = [] }), ("a", _ => new JobReply { Duration = TimeSpan.FromSeconds(301) })).Outcome.Error);
    }

    [Fact]
    public void Run_TimesAJobOut_WhenNoAnswerComes()
    {
        var run = Run(Network(Job("a")), ("a", _ => new JobReply { Error = "States.Timeout" }));
        Assert.Equal(JobRunStatus.TimedOut, run.Jobs[0].Status);
        Assert.Equal(new JobTimeouts(300, new()).Job, (run.StopTime - run.StartTime).TotalSeconds);
        Assert.Single(run.Alerts);
    }

    [Fact]
    public void Run_EndsAsTimedOut_WhenItTakesLongerThanTheNetworkMay()
    {
        var network = Network(Job("a"), Job("b"), Job("c")) with { Timeout = 90 };
        var run = Run(network, ("a", _ => new JobReply { Duration = TimeSpan.FromSeconds(60) }), ("b", _ => new JobReply { Duration = TimeSpan.FromSeconds(60) }));
        Assert.Equal("TIMED_OUT", run.Outcome.Status);
        Assert.Equal(90, (run.StopTime - run.StartTime).TotalSeconds);
        Assert.Equal([JobRunStatus.Succeeded, JobRunStatus.TimedOut, JobRunStatus.NotRun], run.Jobs.Select(job => job.Status));
        Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(network with { Timeout = 2 }, Samples.Names).ToString()));
    }

    [Fact]
    public void Run_WaitsAsRunJobDoes_WhenNoWorkerIsThere()
    {
        var run = Run(Network(Job("a")), ("a", _ => new JobReply { Error = "WorkerBusy" }));
        Assert.Equal("WorkerBusy", run.Outcome.Error);
        Assert.Equal(100 + 200, (run.StopTime - run.StartTime).TotalSeconds);
    }

    [Fact]
    public void Run_EndsWithTheFirstFailure_WhenTheNetworkIsFailFast()
    {
        var network = Network(Job("a") with { After = [] }, Job("b") with { After = [] }) with { FailFast = true };
        var run = Run(network, ("a", _ => new JobReply { ExitCode = 1 }), ("b", _ => new JobReply { Duration = TimeSpan.FromMinutes(4) }));
        Assert.Equal("FAILED", run.Outcome.Status);
        Assert.Equal([JobRunStatus.Failed, JobRunStatus.Aborted], run.Jobs.Select(job => job.Status));
        Assert.Equal(TimeSpan.Zero, run.StopTime - run.StartTime);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // it does not end the run either
    public void Run_GoesOnBehindAFailure_ThatIsToBeIgnored(bool failFast)
    {
        var network = Network(Job("a") with { ContinueOnFailure = true }, Job("b")) with { FailFast = failFast };
        var run = Run(network, ("a", _ => new JobReply { ExitCode = 3 }));
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal([JobRunStatus.Ignored, JobRunStatus.Succeeded], run.Jobs.Select(job => job.Status));
        Assert.Equal(("ExecutionFailed", 3), (run.Jobs[0].Error, run.Jobs[0].Result.ExitCode));
        Assert.Equal("a", run.Alerts.Single().JobName);
        Assert.Equal(JobRunStatus.Ignored, Run(network, ("a", _ => new JobReply { Error = "States.Timeout" })).Jobs[0].Status);
    }

    [Theory]
    [InlineData(HoldReply.Approved, false, "SUCCEEDED", JobRunStatus.Succeeded, null, 0)]
    [InlineData(HoldReply.Denied, false, "FAILED", JobRunStatus.Failed, "JobDenied", 0)]
    [InlineData(HoldReply.TimedOut, false, "FAILED", JobRunStatus.Failed, "HoldTimedOut", 3600)]
    [InlineData(HoldReply.Denied, true, "SUCCEEDED", JobRunStatus.Ignored, "JobDenied", 0)]
    public void Run_GoesByWhatBecomesOfAHeldJob(HoldReply hold, bool ignored, string status, JobRunStatus job, string? error, int seconds)
    {
        foreach (var items in new string[]?[] { null, ["x", "y"] }) // one hold before the whole list
        {
            var network = Network(Job("first"), Job("a") with { Hold = true, HoldTimeout = 3600, ContinueOnFailure = ignored, ForEach = items });
            var run = Run(network, ("a", _ => new JobReply { Hold = hold }));
            Assert.Equal(status, run.Outcome.Status);
            Assert.Equal((job, error), (run.Jobs[1].Status, run.Jobs[1].Error));
            Assert.Equal(hold == HoldReply.Approved ? ["first", "a"] : ["first"], run.Path);
            Assert.Equal(error is null ? [] : [error], run.Alerts.Select(alert => alert.Error));
            Assert.Equal(seconds, (run.StopTime - run.StartTime).TotalSeconds);
            Assert.Equal(hold == HoldReply.TimedOut ? null : "simulation", run.Jobs[1].Hold!.By);
            Assert.Equal(ignored || hold == HoldReply.Approved ? [] : ["a"], RestartPlan.Of(network, run.Jobs, null, [RestartPlan.FailedJob], null).Jobs); // and asks again
        }
    }

    [Fact]
    public void Run_DoesNotHoldAJob_ThatItPassesOver()
    {
        var network = Network(Job("a") with { Hold = true }, Job("b"));
        var run = NetworkSimulation.Of(network).Run(Rerun.Skipping(["a"]).Input(Tags, null), Mocks(("a", _ => new JobReply { Hold = HoldReply.Denied })));
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Empty(RecoveryCheck.Check("n", NetworkCompiler.Compile(network, Samples.Names).ToString()));
    }

    [Fact]
    public void Run_PassesOver_WhatAnEarlierRunHasDone()
    {
        var run = NetworkSimulation.Of(Network(Job("a"), Job("b"))).Run(new Rerun("arn", (JsonObject)JsonValue.Parse("""{"a":{"Status":"Succeeded"}}""")).Input(Tags, null), None);
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(["b"], run.Path);
        Assert.Equal([JobRunStatus.Skipped, JobRunStatus.Succeeded], run.Jobs.Select(job => job.Status));
    }

    [Theory]
    [InlineData(IfRunning.Allow)]
    [InlineData(IfRunning.Skip)]
    public void Run_DoesNotSucceed_WhereItLeavesOutWhatIsStillToDo(IfRunning ifRunning)
    {
        var rerun = new Rerun("arn", (JsonObject)JsonValue.Parse("""{"a":{"Status":"Succeeded"}}""")) { Left = ["a"] };
        var run = NetworkSimulation.Of(Network(Job("a"), Job("b")) with { IfRunning = ifRunning }).Run(rerun.Input(Tags, null), None);
        Assert.Equal(("FAILED", "JobsLeftOut"), (run.Outcome.Status, run.Outcome.Error));
        Assert.Contains("it leaves out a, which", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(["b"], run.Path);
        Assert.Empty(run.Alerts);
    }

    [Theory]
    [InlineData("{}", "NoWorkerTag")] // neither the run nor the network names any
    [InlineData("""{"tags":"x","role":1}""", "InvalidJobInput")] // a tag whose value is no text
    [InlineData("""{"tags":[1]}""", "InvalidJobInput")]
    public void Run_Fails_WhenTheTagsCantBeUsed(string input, string error) =>
        Assert.Equal(error, NetworkSimulation.Of(Network(Job("a"))).Run(JsonValue.Parse(input), None).Outcome.Error);

    [Fact]
    public void Run_WalksTheArticlesNetwork()
    {
        var run = new NetworkSimulation("by-hand", Cases.Text("network-by-hand.json")).Run(Tags, None);
        Assert.Equal("SUCCEEDED", run.Outcome.Status);
        Assert.Equal(run.Jobs.Select(job => job.JobName), run.Path);
    }

    [Fact]
    public void Run_NamesTheState_ThatCantBeSimulated()
    {
        var other = """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Next":"a"}""";
        Assert.Contains("'Call'", Assert.Throws<SimulationException>(() => Foreign("Call", other).Run(Tags, None)).Message, StringComparison.Ordinal);
        Assert.Contains("'a'", Assert.Throws<SimulationException>(() => Foreign("a", null).Run(Tags, Mocks(("a", _ => new JobReply { Error = "States.Timeout" })))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IsBounded_WhenTheMachineLoops()
    {
        var loop = """{"Type":"Wait","Seconds":60,"Next":"Again"},"Again":{"Type":"Choice","Choices":[{"Variable":"$.role","StringEquals":"never","Next":"a"}],"Default":"Loop"}""";
        var run = Foreign("Loop", loop).Run(Tags, None);
        Assert.Equal("FAILED", run.Outcome.Status);
        Assert.True(run.StopTime - run.StartTime > TimeSpan.FromDays(1));
    }

    [Fact]
    public void Run_RefusesAMock_ForAJobThatThereIsNot() => Assert.Contains(
        "'a', 'b'", Assert.Throws<SimulationException>(() => Run(Network(Job("a"), Job("b")), ("x", _ => JobReply.Success))).Message, StringComparison.Ordinal);

    [Fact]
    public void New_NamesTheFault_OfADefinitionThatAwsWouldRefuse() => Assert.Contains(
        "MISSING_TRANSITION_TARGET",
        Assert.Throws<SimulationException>(() => new NetworkSimulation("x", """{"StartAt":"A","States":{"B":{"Type":"Succeed"}}}""")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Run_StartsEachJobAsSoonAsItsPredecessorsHaveEnded() => RandomGraph.Any(1, 12).Sample(
        sample =>
        {
            var seconds = sample.Durations.Select(Math.Floor).ToArray();
            var network = Network(sample.After.Select((after, job) => Job($"j{job}") with { After = after.Select(one => $"j{one}").ToArray() }).ToArray());
            var run = Run(network, network.Jobs.Select((job, i) => (job.Name, (Func<int, JobReply>)(_ => new JobReply { Duration = TimeSpan.FromSeconds(seconds[i]) }))).ToArray());
            Assert.Equal("SUCCEEDED", run.Outcome.Status);
            Assert.Equal(PlanTiming.Earliest(network.Graph(), seconds), run.Jobs.Select(job => (job.StartTime!.Value - run.StartTime).TotalSeconds));
        },
        iter: 40);

    private static readonly Dictionary<string, Func<int, JobReply>> None = [];

    private static JobDefinition Job(string name) => Samples.Job(name, "true");

    private static JobNetwork Network(params JobDefinition[] jobs) => new() { Name = "n", Jobs = jobs };

    private static Dictionary<string, Func<int, JobReply>> Mocks(params (string Job, Func<int, JobReply> Mock)[] mocks) => mocks.ToDictionary(mock => mock.Job, mock => mock.Mock);

    private static SimulatedRun Run(JobNetwork network, params (string Job, Func<int, JobReply> Mock)[] mocks) => NetworkSimulation.Of(network).Run(Tags, Mocks(mocks));

    // A machine by hand: one more state, then one job without a timeout.
    private static NetworkSimulation Foreign(string start, string? state)
    {
        const string job = """
            "a":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","End":true,
              "Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:RunJob",
                "Input":{"TaskToken.$":"$$.Task.Token","Tags":{"role":"x"},"Commands":["true"]}}}
            """;
        return new NetworkSimulation("foreign", $"{{\"StartAt\":\"{start}\",\"States\":{{{(state is null ? "" : $"\"{start}\":{state},")}{job}}}}}");
    }
}
