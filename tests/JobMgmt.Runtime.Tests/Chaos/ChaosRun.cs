using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>What the parts of one run share.</summary>
/// <param name="Runtime">The runtime under fire.</param>
/// <param name="Report">What is checked.</param>
/// <param name="Folder">A folder of the test's own, where commands leave their marks.</param>
internal sealed record ChaosRun(KilledRuntime Runtime, ChaosReport Report, string Folder)
{
    public const string Role = "arn:aws:iam::000000000000:role/chaos";

    /// <summary>A file for marks.</summary>
    public string Marks(string name) => Path.Combine(Folder, name);

    /// <summary>The lines that commands have left in a file of marks.</summary>
    public string[] MarksOf(string name) => File.Exists(Marks(name)) ? File.ReadAllLines(Marks(name)) : [];

    public async Task<string> CreateMachineAsync(string name, string definition, string type = "STANDARD") =>
        (await Runtime.AskAsync("states", "CreateStateMachine", ("name", name), ("definition", definition), ("roleArn", Role), ("type", type))).Text("stateMachineArn")!;

    /// <summary>A rule whose events go to a log group, as they are.</summary>
    public async Task LogEventsAsync(string rule, string pattern, string group)
    {
        await Runtime.AskAsync("logs", "CreateLogGroup", ("logGroupName", group));
        await Runtime.AskAsync("events", "PutRule", ("Name", rule), ("EventPattern", pattern));
        await Runtime.AskAsync(
            "events", "PutTargets", ("Rule", rule), ("Targets", new JsonArray([JsonObject.Of(("Id", "log"), ("Arn", $"arn:aws:logs:us-east-1:000000000000:log-group:{group}"))])));
    }

    /// <summary>The events that a rule has left in a log group.</summary>
    public async Task<List<JsonObject>> LoggedEventsAsync(string group) =>
        (await Runtime.ListAsync("logs", "FilterLogEvents", "events", "nextToken", ("logGroupName", group)))
            .ConvertAll(entry => (JsonObject)JsonValue.Parse(entry.Text("message")!));

    public Task<List<JsonObject>> MachinesAsync() => Runtime.ListAsync("states", "ListStateMachines", "stateMachines", "nextToken");

    public Task<List<JsonObject>> ExecutionsAsync(string machine, string? status = null) => Runtime.ListAsync(
        "states", "ListExecutions", "executions", "nextToken", ("stateMachineArn", machine), ("maxResults", 1000), ("statusFilter", status is null ? null : new JsonString(status)));

    public Task<List<JsonObject>> HistoryAsync(string execution) =>
        Runtime.ListAsync("states", "GetExecutionHistory", "events", "nextToken", ("executionArn", execution), ("maxResults", 1000));

    public Task<JsonObject> DescribeAsync(string execution) => Runtime.AskAsync("states", "DescribeExecution", ("executionArn", execution));
}
