using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Chaos;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Store;

/// <summary>Data folders of older runtimes are migrated, and all that waited in them goes on: executions of every checkpoint version, tokens, timers, commands, automations.</summary>
public sealed class OlderStoreTests : IDisposable
{
    private const string Execution = "arn:aws:states:us-east-1:000000000000:execution:";
    private const int Redrives = 12; // the schema since which a redrive's checkpoint is kept
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public static TheoryData<int> Schemas => [.. OlderStore.Schemas];

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Executions_GoOn_WhereAnOlderRuntimeLeftThem(int schema)
    {
        var clock = new FakeTimeProvider(OlderStore.Create(_folder, schema) + TimeSpan.FromMinutes(5));
        await using var runtime = await TestRuntime.StartAsync(clock, _folder);
        var states = new StatesDriver(runtime, clock);

        await states.CallAsync("SendTaskSuccess", ("taskToken", (await WaitingTaskAsync(runtime)).Text("token")), ("output", "7"));
        if (schema >= 10)
        {
            var task = await states.CallAsync("GetActivityTask", ("activityArn", "arn:aws:states:us-east-1:000000000000:activity:act"));
            await states.CallAsync("SendTaskSuccess", ("taskToken", task["taskToken"]), ("output", "8"));
        }

        var expected = new Dictionary<string, string>
        {
            ["done:finished"] = """{"n":1}""",
            ["ask:asking"] = "7",
            ["wait:waiting"] = """{"n":2}""",
            ["parent:nested"] = """{"of":"parent"}""",
            ["map:mapping"] = "[0,1,2,3]",
            ["parallel:branching"] = """[{"n":3},{"n":3}]""",
            ["retry:retrying"] = "\"caught\"",
        };
        if (schema >= 10)
        {
            expected["activity:active"] = "8";
        }

        if (schema >= 30)
        {
            expected["jsonata:assigned"] = "6";
            expected["items:computed"] = "[2,4,6]";
            expected["wait:stopped"] = "{}";
        }

        var report = new ChaosReport();
        foreach (var (name, output) in expected)
        {
            var described = await states.EndAsync(Execution + name);
            Assert.Equal((name, "SUCCEEDED", output), (name, described.Text("status"), described.Text("output")));
            HistoryCheck.Run(report, described, [.. await states.HistoryAsync(Execution + name)]);
        }

        Assert.True(report.IsClean, report.Broken);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Redrive_SaysWhy_WhereTheOlderRuntimeKeptNothingForIt(int schema)
    {
        var clock = new FakeTimeProvider(OlderStore.Create(_folder, schema) + TimeSpan.FromMinutes(5));
        await using var runtime = await TestRuntime.StartAsync(clock, _folder);
        var states = new StatesDriver(runtime, clock);

        if (schema < Redrives)
        {
            var error = await Assert.ThrowsAsync<AwsErrorException>(() => states.CallAsync("RedriveExecution", ("executionArn", Execution + "fail:failed")));
            Assert.Equal("ExecutionNotRedrivable", error.Code);
        }
        else
        {
            await states.CallAsync("RedriveExecution", ("executionArn", Execution + "fail:failed"));
            Assert.Equal("1", (await states.EndAsync(Execution + "fail:failed"))["redriveCount"]!.ToString());
        }
    }

    [UnixTheory]
    [MemberData(nameof(Schemas))]
    public async Task CommandsAndAutomations_GoOn_WhereAnOlderRuntimeLeftThem(int schema)
    {
        var clock = new FakeTimeProvider(OlderStore.Create(_folder, schema) + TimeSpan.FromMinutes(5));
        await using var runtime = await TestRuntime.StartAsync(clock, _folder);
        Assert.Equal("v", (await runtime.CallAsync("ssm", "GetParameter", ("Name", "/p"))).Object("Parameter")!.Text("Value"));
        Assert.Single((await runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/events"))).Objects("events"));

        var worker = (await runtime.CallAsync("ec2", "DescribeInstances")).Objects("Reservations")[0].Objects("Instances")[0].Text("InstanceId")!;
        await runtime.CallAsync("ec2", "StartInstances", ("InstanceIds", new JsonArray([worker])));
        var commands = await Eventually.GetAsync(
            async () => (await runtime.CallAsync("ssm", "ListCommandInvocations", ("Details", true))).Objects("CommandInvocations"),
            found => found.All(invocation => invocation.Text("Status") == "Success"));
        Assert.Equal(["ran later\n", "ran\n"], commands.Select(command => command.Objects("CommandPlugins")[0].Text("Output")));

        var automation = (await runtime.CallAsync("ssm", "DescribeAutomationExecutions")).Objects("AutomationExecutionMetadataList")[0].Text("AutomationExecutionId");
        clock.Advance(TimeSpan.FromHours(1));
        await Eventually.GetAsync(
            async () => (await runtime.CallAsync("ssm", "GetAutomationExecution", ("AutomationExecutionId", automation))).Object("AutomationExecution")!.Text("AutomationExecutionStatus"),
            status => status == "Success");
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Folder_CanBeOpenedAgain_OnceItIsMigrated(int schema)
    {
        var clock = new FakeTimeProvider(OlderStore.Create(_folder, schema) + TimeSpan.FromMinutes(5));
        await using (await TestRuntime.StartAsync(clock, _folder))
        {
        }

        await using var runtime = await TestRuntime.StartAsync(clock, _folder);
        Assert.Equal("SUCCEEDED", (await new StatesDriver(runtime, clock).DescribeAsync(Execution + "done:finished")).Text("status"));
    }

    private static async Task<JsonObject> WaitingTaskAsync(TestRuntime runtime)
    {
        var logged = (await runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/events"))).Objects("events");
        return ((JsonObject)JsonValue.Parse(Assert.Single(logged).Text("message")!)).Object("detail")!;
    }
}
