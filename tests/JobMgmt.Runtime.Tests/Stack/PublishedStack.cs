using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>A runtime with the RunJob stack published over the wire and one worker, shared by the tests of a class.</summary>
public sealed class PublishedStack : IAsyncLifetime
{
    private readonly RunJobStackNames _names = new(null, "aws", "us-east-1", "000000000000");
    private readonly RunJobStackOptions _options = new() { WorkerBusyIntervalSeconds = 1, WorkerBusyMaxAttempts = 1 };

    internal TestRuntime Runtime { get; private set; } = null!;

    internal string Worker { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Runtime = await TestRuntime.StartAsync();
        foreach (var artefact in RunJobStack.Artefacts(_names, _options))
        {
            await PublishAsync(artefact);
        }

        Worker = await Runtime.RunWorkerAsync(tags: """,{"Key":"role","Value":"job_worker"}""");
    }

    public async Task DisposeAsync() => await Runtime.DisposeAsync();

    /// <summary>Deploys a network of one job of that name.</summary>
    internal async Task<string> DeployAsync(string name, JobDefinition job, string channel = "high")
    {
        var network = new JobNetwork { Name = name, AlertChannel = channel, Jobs = [job with { Name = "The job" }] };
        var artefact = NetworkCompiler.Artefact(network, _names, _options);
        await PublishAsync(artefact);
        return artefact.Arn;
    }

    internal async Task<string> StartAsync(string machine, string input = """{"role":"job_worker"}""") =>
        (await Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", machine), ("input", input))).Text("executionArn");

    internal Task<JsonObject> EndAsync(string execution) => Eventually.GetAsync(
        () => Runtime.CallAsync("states", "DescribeExecution", ("executionArn", execution)), description => description.Text("status") != "RUNNING");

    internal async Task<JsonObject> RunAsync(string name, string[] command, int executionTimeout = 60, string input = """{"role":"job_worker"}""") =>
        await EndAsync(await StartAsync(await DeployAsync(name, new JobDefinition { Command = command, ExecutionTimeout = executionTimeout }), input));

    /// <summary>Runs RunJob alone with this input, beside Tags.</summary>
    internal async Task<JsonObject> RunJobAsync(string members) => await EndAsync(await StartAsync(_names.RunJobArn, $$"""{"Tags":{"role":"job_worker"},{{members}}}"""));

    /// <summary>The one alert of an execution.</summary>
    internal async Task<JsonObject> AlertAsync(string channel, string execution)
    {
        var details = await Eventually.GetAsync(
            async () => ((JsonArray)(await Runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", _names.ChannelLogGroup(channel))))["events"]!)
                .Cast<JsonObject>()
                .Select(entry => (JsonObject)((JsonObject)JsonValue.Parse(entry.Text("message")))["detail"]!)
                .Where(detail => detail.Text("executionURL").EndsWith(execution, StringComparison.Ordinal))
                .ToArray(),
            found => found.Length > 0);
        return Assert.Single(details);
    }

    private Task PublishAsync(StackArtefact artefact) => StackPublication.PublishAsync(artefact, Runtime.Client.CallAsync);
}
