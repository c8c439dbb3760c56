using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

/// <summary>Calls Step Functions for a test, and moves the test's clock to the next timer whenever nothing else can go on: waits cost nothing.</summary>
internal sealed class StatesDriver(TestRuntime runtime, FakeTimeProvider clock)
{
    public const string Role = "arn:aws:iam::000000000000:role/r";
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private ExecutionLoop Loop => runtime.Host.Services.GetRequiredService<ExecutionLoop>();

    /// <summary>When the earliest timer of all executions is due.</summary>
    public DateTimeOffset? NextDue => Loop.Timers.NextDue;

    public Task<JsonObject> CallAsync(string operation, params (string Name, JsonValue? Value)[] members) => runtime.CallAsync("states", operation, members);

    /// <summary>Creates a machine; its ARN.</summary>
    public async Task<string> CreateAsync(string name, string definition) =>
        Text(await CallAsync("CreateStateMachine", ("name", name), ("definition", definition), ("roleArn", Role)), "stateMachineArn");

    /// <summary>Starts an execution; its ARN.</summary>
    public async Task<string> StartAsync(string machine, string input = "{}", string? name = null) =>
        Text(await CallAsync("StartExecution", ("stateMachineArn", machine), ("input", input), ("name", name is null ? null : new JsonString(name))), "executionArn");

    public Task<JsonObject> DescribeAsync(string execution) => CallAsync("DescribeExecution", ("executionArn", execution));

    public async Task<IReadOnlyList<JsonObject>> HistoryAsync(string execution) =>
        [.. ((JsonArray)(await CallAsync("GetExecutionHistory", ("executionArn", execution), ("maxResults", 1000)))["events"]!).Cast<JsonObject>()];

    public async Task<string> TypesAsync(string execution) => string.Join(' ', (await HistoryAsync(execution)).Select(item => Text(item, "type")));

    /// <summary>Waits until every execution waits for a timer or for somebody, and every event that is due has reached its targets.</summary>
    public Task SettleAsync() => Eventually.GetAsync(IsSettledAsync, settled => settled);

    private Database Database => runtime.Host.Services.GetRequiredService<Database>();

    private bool IsBusy => !Loop.IsIdle || Database.Read(EventStore.NextDelivery) <= clock.GetUtcNow() || !Loop.IsIdle;

    // What a delivery has started is in the store a moment before the loop hears of it. The store's one writer tells the loop before it takes the next change, also an empty one.
    private async Task<bool> IsSettledAsync()
    {
        if (IsBusy)
        {
            return false;
        }

        await Database.WriteAsync(_ => { });
        return !IsBusy;
    }

    /// <summary>Runs on, through all timers, until the execution has ended; its description.</summary>
    public async Task<JsonObject> EndAsync(string execution)
    {
        while (true)
        {
            await SettleAsync();
            var described = await DescribeAsync(execution);
            if (Text(described, "status") != "RUNNING")
            {
                return described;
            }

            if (IsBusy)
            {
                continue;
            }

            var due = Loop.Timers.NextDue ?? throw new InvalidOperationException($"{execution} waits for nothing that a clock brings: {await TypesAsync(execution)}");
            var wait = due - clock.GetUtcNow();
            clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>The token of a task that waits for it, as the parameters in the history show it.</summary>
    public async Task<string> TokenAsync(string execution)
    {
        await SettleAsync();
        var scheduled = (await HistoryAsync(execution)).Last(item => Text(item, "type") == "TaskScheduled");
        var parameters = (JsonObject)JsonValue.Parse(Text((JsonObject)scheduled["taskScheduledEventDetails"]!, "parameters"));
        return Text((JsonObject)parameters["Input"]!, "Token");
    }

    public static string Text(JsonObject answer, string name) => ((JsonString)answer[name]!).Value;
}
