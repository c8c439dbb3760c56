using JobMgmt.Networks.Stack;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>
/// A runtime with the real stack on a clock that the test holds, which can be restarted. RunJob alone is a stand-in that takes a minute and then answers: that so many of them run at
/// once, and no more, is what locks are for. A job whose command is <c>fail</c> fails.
/// </summary>
public abstract class StandInStackTests : IAsyncLifetime
{
    private const string StandIn = """
        {"QueryLanguage":"JSONata","StartAt":"Work","States":{"Work":{"Type":"Wait","Seconds":60,"Next":"How"},
        "How":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.Commands[0] = 'fail' %}","Next":"Fail"}],"Default":"Answer"},
        "Answer":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess","Arguments":{"TaskToken":"{% $states.input.TaskToken %}","Output":"{}"},"End":true},
        "Fail":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskFailure","Arguments":{"TaskToken":"{% $states.input.TaskToken %}","Error":"ExecutionFailed","Cause":"{}"},"End":true}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-locks-").FullName;

    internal static RunJobStackNames Names { get; } = new(null, "aws", "us-east-1", "000000000000");

    private protected FakeTimeProvider Clock { get; } = new(StatesDriver.Noon);

    private protected TestRuntime Runtime { get; private set; } = null!;

    private protected StatesDriver States { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await StartAsync();
        foreach (var artefact in RunJobStack.Artefacts(Names).Where(artefact => artefact.Name != Names.RunJob))
        {
            await StackPublication.PublishAsync(artefact, Runtime.Client.CallAsync);
        }

        await States.CreateAsync(Names.RunJob, StandIn);
    }

    public async Task DisposeAsync()
    {
        await Runtime.DisposeAsync();
        ScratchFolder.Delete(_folder);
    }

    private protected async Task RestartAsync()
    {
        await Runtime.DisposeAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        Runtime = await TestRuntime.StartAsync(Clock, _folder);
        States = new StatesDriver(Runtime, Clock);
    }

    private protected async Task<int> EndedStatesAsync(string machine)
    {
        var run = await States.StartAsync(machine, """{"role":"x"}""");
        await States.EndAsync(run);
        return (await States.HistoryAsync(run)).Count(item => item.Text("type").EndsWith("StateEntered", StringComparison.Ordinal));
    }

    /// <summary>
    /// How many jobs with such a command are at work. One that has answered is not, though its execution may end only after the next one has begun. All that are counted were at work at the same
    /// moment, that of the list: they had begun then, and had not ended later.
    /// </summary>
    private protected async Task<int> WorkingAsync(string part = "")
    {
        var running = (JsonArray)(await States.CallAsync("ListExecutions", ("stateMachineArn", Names.RunJobArn), ("statusFilter", "RUNNING")))["executions"]!;
        var working = await Task.WhenAll(running.Cast<JsonObject>().Select(execution => IsWorkingAsync(execution.Text("executionArn"), part)));
        return working.Count(isWorking => isWorking);
    }

    private async Task<bool> IsWorkingAsync(string execution, string part) =>
        (await States.DescribeAsync(execution)).Text("input").Contains(part, StringComparison.Ordinal) && await States.TypesAsync(execution) == "ExecutionStarted WaitStateEntered";

    private protected async Task<JsonObject> EntriesAsync(string lockName)
    {
        var item = await TableAsync("GetItem", JsonObject.Of(("Key", JsonObject.Of(("Lock", JsonObject.Of(("S", lockName)))))));
        return (item["Item"] as JsonObject)?["Entries"] is JsonObject entries ? (JsonObject)entries["M"]! : JsonObject.Empty;
    }

    private protected Task<JsonObject> TableAsync(string operation, JsonObject request) => Runtime.Client.CallAsync("dynamodb", operation, request.With("TableName", Names.LockTable));
}
