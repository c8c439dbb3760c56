using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Simulation;

public sealed class NestedSimulationTests
{
    private static readonly JobNetwork _night = new()
    {
        Name = "night",
        Jobs =
        [
            Samples.Job("get", "true") with { After = [] },
            new JobDefinition { Name = "load", Network = "daily-load", After = ["get"], Retry = [new JobRetryPolicy { MaxAttempts = 1, Interval = 60 }] },
            Samples.Job("tell", "true") with { After = ["load"] },
        ],
    };

    private static readonly JsonValue _input = JsonValue.Parse("""{"role":"w"}""");

    public static TheoryData<JobReply, string, string?, int, string> Replies => new()
    {
        { new JobReply { Duration = TimeSpan.FromHours(1) }, "Succeeded", null, 0, "it takes its time, as a whole" },
        { new JobReply { ExitCode = 3 }, "Failed", "JobNetworkFailed", 2, "each of its runs has sent an alert, and none is sent for the job" },
        { new JobReply { Error = "WorkerBusy" }, "Failed", "JobNetworkFailed", 2, "whatever its error" },
        { new JobReply { Error = "JobCancelled" }, "Aborted", "JobNetworkFailed", 1, "stopped: the alert is the job's" },
        { new JobReply { Error = "StepFunctions.StateMachineDoesNotExistException" }, "Failed", "StepFunctions.StateMachineDoesNotExistException", 1, "not there: the alert is the job's" },
        { new JobReply { Error = "States.Timeout" }, "TimedOut", "States.Timeout", 1, "no end: the alert is the job's, after a year" },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public void ANetwork_IsSimulatedAsOneJob(JobReply reply, string status, string? error, int alerts, string why)
    {
        var run = NetworkSimulation.Of(_night).Run(_input, new Dictionary<string, Func<int, JobReply>> { ["load"] = _ => reply });
        var job = run.Jobs.Single(one => one.JobName == "load");
        Assert.Equal((status, error), (job.Status.ToString(), job.Error));
        Assert.True(alerts == run.Alerts.Count, $"{why}: {run.Alerts.Count}");
        Assert.All(run.Alerts, alert => Assert.Equal("load", alert.JobName));
        Assert.Equal(status == "Succeeded" ? ["get", "load", "tell"] : ["get", "load"], run.Path);
        Assert.Equal(["daily-load"], NetworkSimulation.Of(_night).Networks);
    }

    [Fact]
    public void ANetworkThatFailsOnce_IsRunAgain()
    {
        var run = NetworkSimulation.Of(_night).Run(_input, new Dictionary<string, Func<int, JobReply>> { ["load"] = attempt => attempt == 1 ? new JobReply { ExitCode = 1 } : JobReply.Success });
        Assert.Equal(("SUCCEEDED", 2), (run.Outcome.Status, run.Jobs[1].Starts));
    }

    [Fact]
    public void ItsRecovery_IsFound_AndNothingIsWarnedOf()
    {
        var definition = NetworkCompiler.Compile(_night, Samples.Names).ToString();
        Assert.Empty(RecoveryCheck.Check("night", definition));
        foreach (var network in new[] { _night, _night with { FailFast = true }, _night with { Jobs = [_night.Jobs[1] with { After = null }] } })
        {
            var check = NetworkChecker.Check(NetworkCompiler.Compile(network, Samples.Names).ToString());
            Assert.True(check.IsNetwork);
            Assert.Empty(check.Findings);
        }
    }
}
