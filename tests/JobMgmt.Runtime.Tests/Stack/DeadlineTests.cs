using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>Deadlines of runs and jobs, with the real networks, WatchDeadline and rules. A run begins at noon, UTC, and each job takes a minute.</summary>
public sealed class DeadlineTests : StandInStackTests
{
    private static readonly JobDefinition _first = Job("first");
    private static readonly JobDefinition _second = Job("second");

    public static TheoryData<string, JobNetwork, string> Deadlines => new()
    {
        { "no deadline", Of(_first), "" },
        { "the run ends in time", Of(_first) with { MaxDuration = 90 }, "" },
        { "the run takes long", Of(_first) with { MaxDuration = 30 }, "MaxDuration '' +30" },
        { "the run is to have ended", Of(_first) with { FinishBy = "21:00:20", TimeZone = "Asia/Tokyo" }, "FinishBy '' +20" },
        { "the run is to have ended tomorrow", Of(_first) with { FinishBy = "12:00" }, "" },
        { "both", Of(_first, _second) with { MaxDuration = 90, FinishBy = "12:00:45" }, "FinishBy '' +45, MaxDuration '' +90" },
        { "a job takes long", Of(_first, _second with { MaxDuration = 30 }), "MaxDuration 'second' +90" },
        { "a job ends in time", Of(_first, _second with { MaxDuration = 61 }), "" },
        { "a job has not started", Of(_first, _second with { StartBy = "12:00:30" }), "StartBy 'second' +30" },
        { "a job has started", Of(_first, _second with { StartBy = "12:01:30" }), "" },
        { "a job has not ended", Of(_first with { FinishBy = "12:00:59" }, _second), "FinishBy 'first' +59" },
        { "a job has ended", Of(_first with { FinishBy = "12:01:01" }, _second), "" },
        { "a job waits for approval", Of(_first, _second with { Hold = true, HoldTimeout = 60, StartBy = "12:01:30" }), "StartBy 'second' +90" },
        { "a job is passed over", Of(_first with { When = "false", StartBy = "12:00:10", FinishBy = "12:00:30" }, _second with { RunOn = JobRunOn.Always }), "" },
        { "items take long", Of(_first with { ForEach = ["a", "b"], MaxConcurrency = 1, MaxDuration = 100, FinishBy = "12:01:50" }, _second), "MaxDuration 'first' +100, FinishBy 'first' +110" },
        { "a job in a branch", Of(_first, _second with { After = [], MaxDuration = 10 }, Job("third") with { After = ["second"], StartBy = "12:00:59" }), "MaxDuration 'second' +10, StartBy 'third' +59" },
    };

    [Theory]
    [MemberData(nameof(Deadlines))]
    public async Task Deadline_RaisesOneAlert_WhenItIsOver(string what, JobNetwork network, string expected)
    {
        var run = await States.StartAsync(await DeployAsync(network), """{"role":"x"}""");

        Assert.Equal(what.Contains("approval", StringComparison.Ordinal) ? "FAILED" : "SUCCEEDED", (await States.EndAsync(run)).Text("status"));
        Clock.Advance(TimeSpan.FromDays(2));
        await States.SettleAsync();

        Assert.Equal(expected, await AlertsAsync(run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deadline_StopsTheRun_WhereThatIsAskedFor(bool ofJob)
    {
        var network = ofJob ? Of(_first with { MaxDuration = 30 }) : Of(_first) with { MaxDuration = 30 };
        var run = await States.StartAsync(await DeployAsync(network with { StopOnDeadline = true }), """{"role":"x"}""");

        var end = await States.EndAsync(run);

        Assert.Equal(("ABORTED", "Deadline"), (end.Text("status"), end.Text("error")));
        Assert.Equal(30, (Clock.GetUtcNow() - StatesDriver.Noon).TotalSeconds);
        await Eventually.GetAsync(() => WorkingAsync(), working => working == 0);
    }

    [Fact]
    public async Task Deadline_CostsTheRunOneTransition()
    {
        var free = await EndedStatesAsync(await DeployAsync(Of(_first)));

        Assert.Equal(free + 1, await EndedStatesAsync(await DeployAsync(Of(_first) with { Name = "watched", MaxDuration = 90, FinishBy = "06:00" })));
    }

    private static JobDefinition Job(string name) => new() { Name = name, Command = ["true"], Tag = new Dictionary<string, string> { ["role"] = "x" } };

    private static JobNetwork Of(params JobDefinition[] jobs) => new() { Name = "nightly", AlertChannel = "high", Jobs = jobs };

    private async Task<string> DeployAsync(JobNetwork network)
    {
        var artefact = NetworkCompiler.Artefact(network, Names);
        await StackPublication.PublishAsync(artefact, Runtime.Client.CallAsync);
        return artefact.Arn;
    }

    /// <summary>The overdue alerts of a run: kind, job, and after how many seconds each was sent.</summary>
    private async Task<string> AlertsAsync(string run)
    {
        var events = (JsonArray)(await Runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", Names.ChannelLogGroup("high"))))["events"]!;
        var alerts = events.Cast<JsonObject>().Select(entry => (JsonObject)JsonValue.Parse(entry.Text("message"))).Where(message => message.Text("detail-type") == "Job Network Execution Overdue");
        return string.Join(", ", alerts.Select(message =>
        {
            var detail = (JsonObject)message["detail"]!;
            var cause = (JsonObject)detail["cause"]!;
            Assert.Equal(("Overdue", "nightly", run), (detail.Text("error"), detail.Text("networkName"), detail.Text("executionArn")));
            var at = DateTimeOffset.Parse(message.Text("time"), System.Globalization.CultureInfo.InvariantCulture);
            var elapsed = ((JsonNumber)cause["ElapsedSeconds"]!).ToDouble();
            Assert.Equal((at - StatesDriver.Noon).TotalSeconds, elapsed, tolerance: 1);
            return (At: elapsed, Text: $"{cause.Text("Deadline")} '{detail.Text("jobName")}' +{elapsed}");
        }).OrderBy(alert => alert.At).Select(alert => alert.Text));
    }
}
