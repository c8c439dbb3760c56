using System.Globalization;
using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>What alerts remember, with the real machines, rules and table on a clock that the test holds: recoveries, folded failures, lost workers, missed starts.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private const string Failed = "Job Network Execution Fail";
    private const string Recovered = "Job Network Execution Recovered";

    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");
    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-alerts-").FullName;
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;
    private int _runs;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock, _folder);
        _states = new StatesDriver(_runtime, _clock);
        foreach (var artefact in RunJobStack.Artefacts(_names))
        {
            await StackPublication.PublishAsync(artefact, _runtime.Client.CallAsync);
        }

        await _states.CreateAsync("JobNetwork-n", """{"StartAt":"Good","States":{"Good":{"Type":"Succeed"}}}""");
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Network_HasRecovered_OnceForAllItsFailures()
    {
        await SucceedAsync();
        await FailAsync();
        await FailAsync();
        await SucceedAsync();
        await SucceedAsync();
        await FailAsync("\"Continues\":true,");
        await SucceedAsync();

        var alerts = await AlertsAsync(4);
        Assert.Equal([Failed, Failed, Recovered, Failed], alerts.Select(alert => alert.Kind));
        Assert.Equal(("Recovered", "n", "high"), (alerts[2].Detail.Text("error"), alerts[2].Detail.Text("networkName"), alerts[2].Detail.Text("channel")));
        Assert.StartsWith("The network n has succeeded; it had failed since 2026-11-24T12:00:00", ((JsonObject)alerts[2].Detail["cause"]!).Text("Message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-60, null, false)] // it went on beside the run that failed, or waited for it
    [InlineData(60, null, true)]
    [InlineData(-60, 60, true)] // it had failed itself, and was redriven
    public async Task Success_IsARecovery_OnlyWhereItsRunBeganAfterTheFailure(int seconds, int? redriven, bool recovers)
    {
        await FailAsync();
        string At(int? after) => after is { } some ? (StatesDriver.Noon + TimeSpan.FromSeconds(some)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : "null";
        var (started, anew, stopped) = (At(seconds), At(redriven), At(3600));
        var execution = await EndedAsync(await _states.StartAsync(_names.SendRecoveredArn, $$$"""
            {"detail":{"executionArn":"arn:late","stateMachineArn":"{{{_names.NetworkMachineArn("n")}}}","status":"SUCCEEDED","startDate":{{{started}}},"redriveDate":{{{anew}}},"stopDate":{{{stopped}}},"input":"{}","output":"{}"}}
            """));

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(recovers ? [Failed, Recovered] : [Failed], (await AlertsAsync(recovers ? 2 : 1)).Select(alert => alert.Kind));
        Assert.Equal(recovers, await TableAsync("failing/JobNetwork-n") is []);
    }

    [Fact]
    public async Task RunThatWasPassedOver_IsNoRecovery()
    {
        await _states.CreateAsync("JobNetwork-o", """{"StartAt":"Skipped","States":{"Skipped":{"Type":"Pass","Result":{"Skipped":{"Message":"m"}},"End":true}}}""");
        await FailAsync(network: "o");
        await SucceedAsync("o");
        await FailAsync();
        await SucceedAsync(input: """{"Rerun":{"Done":{"a":{"Status":"Succeeded"}},"Accepted":["a"]}}"""); // it counts a job that failed as done

        Assert.DoesNotContain(await AlertsAsync(2), alert => alert.Kind == Recovered);
    }

    [Fact]
    public async Task Failures_AreFolded_AndNoneIsLost()
    {
        var random = new Random(7);
        const int failures = 40;
        for (var i = 0; i < failures; i++)
        {
            await FailAsync("\"Digest\":60,");
            await AdvanceAsync(TimeSpan.FromSeconds(random.Next(0, 40)));
        }

        await AdvanceAsync(TimeSpan.FromMinutes(2));
        await AdvanceAsync(TimeSpan.FromMinutes(2));

        var digests = await Ended(_names.SendDigestArn);
        var told = 0;
        var alerts = await AlertsAsync(found => found.Sum(alert => Repeats(alert.Detail) ?? 1) >= failures);
        told = alerts.Sum(alert => Repeats(alert.Detail) ?? 1);
        Assert.Equal(failures, told);
        Assert.InRange(alerts.Count, digests, 2 * digests);
        Assert.InRange(alerts.Count, 5, failures - 10);
        Assert.Equal("[]", (await TableAsync("digest/JobNetwork-n/The job")).ToString());
    }

    [Fact]
    public async Task FoldedFailures_AreNotRecoveredFrom_UntilTheyAreTold()
    {
        await FailAsync("\"Digest\":60,");
        await SucceedAsync();
        await FailAsync("\"Digest\":60,");
        await SucceedAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await FailAsync("\"Digest\":60,");
        await FailAsync("\"Digest\":60,");
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await SucceedAsync();

        var alerts = await AlertsAsync(6);
        Assert.Equal([Failed, Recovered, Failed, Failed, Failed, Recovered], alerts.Select(alert => alert.Kind));
        Assert.EndsWith("It has succeeded since.", ((JsonObject)alerts[2].Detail["cause"]!).Text("Message"), StringComparison.Ordinal);
        Assert.Equal([false, false, true, false, false, false], alerts.Select(alert => alert.Detail["recovered"] is JsonBoolean { Value: true }));
        Assert.EndsWith("the last error is ExecutionFailed.", ((JsonObject)alerts[4].Detail["cause"]!).Text("Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_IsLostOnce_WhateverJobsItHad()
    {
        await FailAsync(Lost("ConnectionLost", "12:00"));
        await FailAsync(Lost("ConnectionLost", "12:00"));
        await FailAsync(Lost("ConnectionLost", "13:00"));

        var alerts = await AlertsAsync(5);
        Assert.Equal(2, alerts.Count(alert => alert.Kind == "Job Worker Lost"));
        var lost = alerts.First(alert => alert.Kind == "Job Worker Lost").Detail;
        Assert.Equal(("WorkerLost", "i-1"), (lost.Text("error"), lost.Text("worker")));
        Assert.Equal("The worker i-1 does not answer (ConnectionLost) since 12:00. It had the job The job of n.", ((JsonObject)lost["cause"]!).Text("Message"));
        Assert.StartsWith("Get-JobWorker i-1\n", lost.Text("next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ThatTheSchedulerMissed_IsAnAlertOfItsNetwork()
    {
        await _runtime.CallAsync("states", "TagResource", ("resourceArn", _names.NetworkMachineArn("n")), ("tags", JsonValue.Parse("""[{"key":"jobmgmt:channel","value":"low"},{"key":"jobmgmt:network","value":"n"}]""")));
        await PutAsync("arn:aws:scheduler:us-east-1:000000000000:schedule/other/n.daily.1");
        await PutAsync("arn:aws:scheduler:us-east-1:000000000000:schedule/JobMgmt/n.daily.1");

        var alert = Assert.Single(await AlertsAsync(1, "low"));
        Assert.Equal(("Job Network Execution Missed", "ScheduleMissed", "n"), (alert.Kind, alert.Detail.Text("error"), alert.Detail.Text("networkName")));
        Assert.Equal("Get-JobForecast n -From '2026-11-24T01:00:00Z' -Until '2026-11-24T02:00:00Z'\nGet-JobNetworkRun n -Last 5", alert.Detail.Text("next"));
        Assert.EndsWith("missed 2 of its times, from 2026-11-24T01:00:00Z to 2026-11-24T02:00:00Z. If the trigger has a calendar, that may leave some of them out.", ((JsonObject)alert.Detail["cause"]!).Text("Message"), StringComparison.Ordinal);

        Task<JsonObject> PutAsync(string arn) => _runtime.CallAsync("events", "PutEvents", ("Entries", JsonValue.Parse($$"""
            [{"Source":"jobmgmt.scheduler","DetailType":"Schedule Missed","Detail":"{\"arn\":\"{{arn}}\",\"missed\":2,\"firstScheduledTime\":\"2026-11-24T01:00:00Z\",\"lastScheduledTime\":\"2026-11-24T02:00:00Z\"}"}]
            """)));
    }

    [Fact]
    public async Task StopJobs_ThatFails_IsAnAlert_OnlyOnce()
    {
        var gone = _names.NetworkMachineArn("n").Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":gone";
        var ended = await EndedAsync(await _states.StartAsync(_names.StopJobsArn, $$$"""{"detail":{"executionArn":"{{{gone}}}","stateMachineArn":"{{{_names.NetworkMachineArn("n")}}}","status":"ABORTED"}}"""));

        Assert.Equal(("FAILED", "JobsNotStopped"), (ended.Text("status"), ended.Text("error")));
        var alert = Assert.Single(await AlertsAsync(1));
        Assert.Equal((Failed, "JobsNotStopped", $"Get-JobNetworkRun -ExecutionArn '{gone}' | Get-JobRun\nGet-JobLock"), (alert.Kind, alert.Detail.Text("error"), alert.Detail.Text("next")));
        Assert.StartsWith($"StopJobs, a machine of the stack, ended as FAILED. What {gone} had started may still be running", ((JsonObject)alert.Detail["cause"]!).Text("Message"), StringComparison.Ordinal);
        Assert.Equal(1, await Ended(_names.SendFailEventArn));
    }

    [Fact]
    public async Task CommandOfAChannel_ThatFails_IsNoAlertOfAChannel()
    {
        var ended = await EndedAsync(await _states.StartAsync(_names.RunAlertCommandArn, """{"Commands":[],"Tags":{"role":"worker"},"Alert":{"detail":{"channel":"high"}}}"""));

        Assert.Equal(("FAILED", "InvalidJobInput"), (ended.Text("status"), ended.Text("error")));
        var told = await Eventually.GetAsync(() => _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", _names.UnknownChannelLogGroup)), found => found["events"] is JsonArray { Count: > 0 });
        Assert.Single((JsonArray)told["events"]!);
        Assert.Empty(await AlertsAsync(0));
        Assert.Equal(1, await Ended(_names.SendFailEventArn));
    }

    [Fact]
    public async Task RulesOfFailures_TakeWhatNobodyElseTells()
    {
        (string Rule, string Machine, string Status, string? Error, bool Takes)[] cases =
        [
            (_names.StackFailedRule, "StopJobs", "TIMED_OUT", null, true),
            (_names.StackFailedRule, "WatchDeadline", "FAILED", "Sfn.SfnException", true),
            (_names.StackFailedRule, "SendDigest", "FAILED", "States.Timeout", true),
            (_names.StackFailedRule, "SendRecovered", "ABORTED", null, false),
            (_names.StackFailedRule, "StartNetwork", "FAILED", "JobNetworkNotStarted", false),
            (_names.StackFailedRule, "StartNetwork", "FAILED", "AlertNotSent", true),
            (_names.StackFailedRule, "StartNetwork", "TIMED_OUT", null, true),
            (_names.StackFailedRule, "RunAlertCommand", "FAILED", "ExecutionFailed", false),
            (_names.StackFailedRule, "RunAlertCommand", "FAILED", "AlertNotSent", true),
            (_names.StackFailedRule, "SendFailEvent", "FAILED", "EventBridge.FailedEntry", false),
            (_names.StackFailedRule, "RunJob", "FAILED", "ExecutionFailed", false),
            (_names.StackFailedRule, "JobNetwork-n", "FAILED", "States.Runtime", false),
            (_names.NetworkStatusRule, "JobNetwork-n", "FAILED", "Sfn.SfnException", true),
            (_names.NetworkStatusRule, "JobNetwork-n", "FAILED", "StepFunctions.AWSStepFunctionsException", false),
        ];
        foreach (var (name, machine, status, error, takes) in cases)
        {
            var pattern = RunJobStack.Artefacts(_names).OfType<RuleArtefact>().Single(rule => rule.Name == name).EventPattern;
            var answer = await _runtime.CallAsync("events", "TestEventPattern", ("EventPattern", pattern.ToString()), ("Event", JsonObject.Of(
                ("id", "1"), ("account", "000000000000"), ("source", "aws.states"), ("time", "2026-11-24T12:00:00Z"), ("region", "us-east-1"), ("resources", JsonArray.Empty),
                ("detail-type", "Step Functions Execution Status Change"),
                ("detail", JsonObject.Of(("stateMachineArn", _names.MachineArn(machine)), ("status", status), ("error", JsonValue.OrNull(error))))).ToString()));
            Assert.True(answer["Result"]!.Equals((JsonValue)takes), $"{name}: {machine} {status} {error}");
        }
    }

    private static string Lost(string status, string ping) =>
        $$"""
        "Cause":"{\"Message\":\"m\",\"InstanceId\":\"i-1\",\"WorkerStatus\":\"{{status}}\",\"WorkerLastPing\":\"{{ping}}\"}",
        """;

    /// <summary>SendFailEvent as a network starts it.</summary>
    private async Task FailAsync(string more = "", string network = "n")
    {
        var run = _names.NetworkMachineArn(network).Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":run-" + ++_runs;
        var sent = await _states.StartAsync(_names.SendFailEventArn, $$"""
            { {{more}} "Error":"ExecutionFailed","NetworkName":"{{network}}","JobName":"The job","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"{{run}}"}
            """);
        var ended = await EndedAsync(sent);
        Assert.Equal("SUCCEEDED", ended.Text("status"));
    }

    /// <summary>A run of the network succeeds, and the rule that looks at it has done its work.</summary>
    private async Task SucceedAsync(string network = "n", string input = "{}")
    {
        var before = await Ended(_names.SendRecoveredArn);
        await EndedAsync(await _states.StartAsync(_names.NetworkMachineArn(network), input));
        await Eventually.GetAsync(() => Ended(_names.SendRecoveredArn), ended => ended == before + 1);
    }

    // Without moving the clock: only a digest waits for it.
    private Task<JsonObject> EndedAsync(string execution) => Eventually.GetAsync(() => _states.DescribeAsync(execution), described => described.Text("status") != "RUNNING");

    private async Task AdvanceAsync(TimeSpan by)
    {
        await _states.SettleAsync(); // or a digest that has just been started begins to wait only after that time
        _clock.Advance(by);
        await _states.SettleAsync();
    }

    private async Task<int> Ended(string machine) => ((JsonArray)(await _states.CallAsync("ListExecutions", ("stateMachineArn", machine), ("statusFilter", "SUCCEEDED")))["executions"]!).Count;

    private async Task<IReadOnlyList<(string Kind, JsonObject Detail)>> AlertsAsync(int count, string channel = "high")
    {
        await AlertsAsync(found => found.Count >= count, channel);
        await _states.SettleAsync(); // one too many would be there then
        var alerts = await AlertsAsync(_ => true, channel);
        Assert.Equal(count, alerts.Count);
        return alerts;
    }

    private Task<IReadOnlyList<(string Kind, JsonObject Detail)>> AlertsAsync(Func<IReadOnlyList<(string Kind, JsonObject Detail)>, bool> wanted, string channel = "high") =>
        Eventually.GetAsync<IReadOnlyList<(string Kind, JsonObject Detail)>>(
            async () => [.. ((JsonArray)(await _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", _names.ChannelLogGroup(channel))))["events"]!)
                .Cast<JsonObject>()
                .Select(entry => (JsonObject)JsonValue.Parse(entry.Text("message")))
                .Select(item => (item.Text("detail-type"), (JsonObject)item["detail"]!))],
            wanted);

    private static int? Repeats(JsonObject detail) => (detail["repeats"] as JsonObject)?["count"] is JsonNumber count ? (int)count.ToDouble() : null;

    private async Task<JsonArray> TableAsync(string key) => new(((JsonArray)(await _runtime.Client.CallAsync(
        "dynamodb", "Scan", JsonObject.Of(("TableName", _names.AlertTable))))["Items"]!).Cast<JsonObject>().Where(item => ((JsonObject)item["Alert"]!).Text("S") == key));
}
