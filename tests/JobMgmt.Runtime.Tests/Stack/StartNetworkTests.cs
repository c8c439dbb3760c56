using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>What triggers start, over the wire: StartNetwork and the rules and schedules before it.</summary>
public sealed class StartNetworkTests(PublishedStack stack) : IClassFixture<PublishedStack>
{
    private static readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");

    [Fact]
    public async Task DueTime_StartsOneRun_HoweverOftenItComes()
    {
        var machine = await DeployAsync("once");
        const string input = """{"NetworkName":"once","DueTime":"2026-11-28T03:00:00Z","Trigger":{"Name":"t"},"Input":{"tags":{"role":"x"}}}""";

        var first = await StartAsync(input);
        var again = await StartAsync(input.Replace("\"t\"", "\"u\"", StringComparison.Ordinal));

        Assert.Equal(("SUCCEEDED", "SUCCEEDED"), (first.Text("status"), again.Text("status")));
        var run = Assert.Single(await RunsAsync(machine));
        Assert.Equal("once-20261128T030000Z", run.Text("name"));
        Assert.Equal("""{"tags":{"role":"x"},"Trigger":{"Name":"t","DueTime":"2026-11-28T03:00:00Z"}}""", await InputAsync(run));
    }

    [Fact]
    public async Task Event_StartsARun_WithParametersFromIt()
    {
        var machine = await DeployAsync("event", "key", "size", "lost", "plain");
        var parameter = new Dictionary<string, string> { ["key"] = "$.detail.object.key", ["size"] = "$.detail.object.size", ["lost"] = "$.detail.nothing.here", ["plain"] = "a <id> $5" };
        var rule = TriggerRules.Of("event", new JobTrigger { Name = "t", OnFile = "s3://incoming/in/", Parameter = parameter }, _names);
        await stack.Runtime.CallAsync("events", "PutRule", ("Name", rule.Name), ("EventPattern", rule.EventPattern.ToString().Replace("aws.s3", "my.s3", StringComparison.Ordinal)));
        await stack.Runtime.CallAsync("events", "PutTargets", ("Rule", rule.Name), ("Targets", new JsonArray([JsonObject.Of(
            ("Id", "t"), ("Arn", _names.StartNetworkArn), ("RoleArn", _names.RoleArn(_names.TriggerRole)),
            ("InputTransformer", JsonObject.Of(("InputPathsMap", new JsonObject(rule.InputPaths.Select(path => new KeyValuePair<string, JsonValue>(path.Key, path.Value)))), ("InputTemplate", rule.InputTemplate))))])));

        await stack.Runtime.CallAsync("events", "PutEvents", ("Entries", new JsonArray([JsonObject.Of(
            ("Source", "my.s3"), ("DetailType", "Object Created"), ("Time", 1795834800), ("Detail", """{"bucket":{"name":"incoming"},"object":{"key":"in/a \"b\" 日.csv","size":17}}"""))])));

        var run = (await Eventually.GetAsync(() => RunsAsync(machine), runs => runs.Length > 0))[0];
        Assert.Matches("^event-20261128T030000Z-[0-9a-f]{8}$", run.Text("name"));
        var input = CommandTestExtensions.Json(await InputAsync(run));
        Assert.Equal(JsonValue.Parse("""{"key":"in/a \"b\" 日.csv","size":"17","lost":"","plain":"a <id> $5"}"""), input["Parameters"]);
    }

    [Fact]
    public async Task NetworkAfterAnother_HasItsDueTime_AndBusinessDate()
    {
        var before = await DeployAsync("before");
        var after = await DeployAsync("after");
        var runs = new List<string>();
        foreach (var (name, input) in new[] { ("r1", """{"tags":{},"Trigger":{"Name":"x","DueTime":"2026-11-28T21:00:00Z","BusinessDate":"2026-11-29"}}"""), ("r2", "[]") })
        {
            var started = await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", before), ("name", name), ("input", input));
            runs.Add(started.Text("executionArn"));
        }

        // the first one is told twice, as when it had to be restarted
        foreach (var run in runs.Append(runs[0]))
        {
            var end = await StartAsync($$$$"""{"NetworkName":"after","DueTime":"2026-11-28T23:23:23Z","Event":{"id":"1","detail":{"executionArn":"{{{{run}}}}"}},"Trigger":{"Name":"t","After":"before"},"Input":{"tags":{}}}""");
            Assert.Equal("SUCCEEDED", end.Text("status"));
        }

        var found = await RunsAsync(after);
        Assert.Equal(2, found.Length);
        var inherited = Assert.Single(found, run => run.Text("name") == "after-20261128T210000Z");
        Assert.Equal("""{"tags":{},"Trigger":{"Name":"t","DueTime":"2026-11-28T21:00:00Z","BusinessDate":"2026-11-29"}}""", await InputAsync(inherited));
    }

    [Fact]
    public async Task NetworkThatIsGone_RaisesAnAlert()
    {
        var end = await StartAsync("""{"NetworkName":"gone","DueTime":"2026-11-28T03:00:00Z","Trigger":{"Name":"t"},"Input":{"tags":{}}}""");

        Assert.Equal(("FAILED", JobErrors.NotStarted), (end.Text("status"), end.Text("error")));
        var alert = await stack.AlertAsync("high", end.Text("executionArn"));
        Assert.Equal((JobErrors.NotStarted, "gone"), (alert.Text("error"), alert.Text("networkName")));
        Assert.Contains("due at 2026-11-28T03:00:00Z", alert.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatHasNotBegunInTime_RaisesOneAlert()
    {
        var machine = await DeployAsync("late");
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var input = TriggerSchedules.Of("late", new JobTrigger { Name = "t", EventPattern = """{"source":["x"]}""", StartBy = "02:00", TimeZone = "Asia/Tokyo" }, TimeProvider.System.GetUtcNow())
            .Single().Input.With("DueTime", now).ToString();

        var late = await StartAsync(input);
        await stack.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("name", "by-hand"), ("input", "{}"));
        var inTime = await StartAsync(input);

        Assert.Equal(("FAILED", "SUCCEEDED"), (late.Text("status"), inTime.Text("status")));
        var alert = await stack.AlertAsync("high", late.Text("executionArn"));
        Assert.Equal((JobErrors.Overdue, "late"), (alert.Text("error"), alert.Text("networkName")));
        Assert.Contains("by 02:00 (Asia/Tokyo)", alert.Text("cause"), StringComparison.Ordinal);
        Assert.Single(await RunsAsync(machine));
    }

    private async Task<string> DeployAsync(string name, params string[] parameters)
    {
        var network = new JobNetwork { Name = name, Tag = new Dictionary<string, string> { ["role"] = "nobody" }, Parameter = parameters.ToDictionary(parameter => parameter, _ => (string?)""), Jobs = [new JobDefinition { Name = "j", Command = ["true"] }] };
        var artefact = NetworkCompiler.Artefact(network, _names);
        await StackPublication.PublishAsync(artefact, stack.Runtime.Client.CallAsync);
        return artefact.Arn;
    }

    private async Task<JsonObject> StartAsync(string input) => await stack.EndAsync(await stack.StartAsync(_names.StartNetworkArn, input));

    private async Task<JsonObject[]> RunsAsync(string machine) =>
        ((JsonArray)(await stack.Runtime.CallAsync("states", "ListExecutions", ("stateMachineArn", machine)))["executions"]!).Cast<JsonObject>().ToArray();

    private async Task<string> InputAsync(JsonObject run) => (await stack.Runtime.CallAsync("states", "DescribeExecution", ("executionArn", run.Text("executionArn")))).Text("input");
}
