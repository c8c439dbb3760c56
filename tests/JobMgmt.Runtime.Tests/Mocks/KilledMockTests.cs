using System.Globalization;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Mocks;

/// <summary>SIGKILL while mocked calls are answered: each is answered once, in the order of the file, and the file itself is not needed any more.</summary>
public sealed class KilledMockTests : IDisposable
{
    private const int Calls = 1_000;
    private const int Gate = 600;
    private const int EventsACall = 8;

    private const string Machine = """
        {"StartAt": "Call", "States": {
          "Call": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {}, "Next": "Last?"},
          "Last?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 999, "Next": "Done"}, {"Variable": "$", "NumericEquals": 600, "Next": "Gate"}], "Default": "Call"},
          "Gate": {"Type": "Task", "Resource": "ACTIVITY", "ResultPath": null, "Next": "Call"},
          "Done": {"Type": "Succeed"}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Fact]
    public async Task EachCall_IsAnsweredOnce_WhenTheRuntimeIsKilledAgainAndAgain()
    {
        var (data, file) = (Path.Combine(_folder, "data"), Path.Combine(_folder, "mocks.json"));
        var answers = string.Join(',', Enumerable.Range(0, Calls).Select(call => string.Create(CultureInfo.InvariantCulture, $$"""
            "{{call}}": {"Return": {{call}}}
            """)));
        await File.WriteAllTextAsync(
            file, """{"StateMachines": {"M": {"TestCases": {"Case": {"Call": "Numbers"}}}}, "MockedResponses": {"Numbers": {ANSWERS}}}""".Replace("ANSWERS", answers, StringComparison.Ordinal));
        string execution;
        using (var first = await RuntimeProcess.StartAsync(data, mockConfigFile: file))
        {
            var activity = StatesDriver.Text(await first.CallAsync("states", "CreateActivity", ("name", "gate")), "activityArn");
            var created = await first.CallAsync(
                "states", "CreateStateMachine", ("name", "M"), ("definition", Machine.Replace("ACTIVITY", activity, StringComparison.Ordinal)), ("roleArn", StatesDriver.Role));
            execution = StatesDriver.Text(await first.CallAsync("states", "StartExecution", ("stateMachineArn", StatesDriver.Text(created, "stateMachineArn") + "#Case")), "executionArn");
            await RanAsync(first, execution, 100);
            first.Kill();
        }

        File.Delete(file);
        using (var second = await RuntimeProcess.StartAsync(data))
        {
            await RanAsync(second, execution, 300);
            second.Kill();
        }

        using var third = await RuntimeProcess.StartAsync(data);
        await RanAsync(third, execution, Gate); // no further than there: whatever was killed was in the middle
        var task = await third.CallAsync("states", "GetActivityTask", ("activityArn", "arn:aws:states:us-east-1:000000000000:activity:gate"));
        await third.CallAsync("states", "SendTaskSuccess", ("taskToken", task["taskToken"]), ("output", "{}"));
        await RanAsync(third, execution, Calls);

        var outputs = (await SucceededAsync(third, execution)).Select(item => StatesDriver.Text((JsonObject)item["taskSucceededEventDetails"]!, "output"));
        Assert.Equal(Enumerable.Range(0, Calls).Select(call => call.ToString(CultureInfo.InvariantCulture)), outputs);
    }

    private static Task RanAsync(RuntimeProcess runtime, string execution, int calls) =>
        Eventually.GetAsync(() => LastEventAsync(runtime, execution), id => id >= calls * EventsACall);

    private static async Task<long> LastEventAsync(RuntimeProcess runtime, string execution)
    {
        var page = await runtime.CallAsync("states", "GetExecutionHistory", ("executionArn", execution), ("reverseOrder", true), ("maxResults", 1));
        return (long)((JsonNumber)((JsonObject)((JsonArray)page["events"]!)[0])["id"]!).ToDouble();
    }

    private static async Task<IReadOnlyList<JsonObject>> SucceededAsync(RuntimeProcess runtime, string execution)
    {
        var events = new List<JsonObject>();
        JsonValue? token = null;
        do
        {
            var page = await runtime.CallAsync("states", "GetExecutionHistory", ("executionArn", execution), ("maxResults", 1000), ("nextToken", token));
            events.AddRange(((JsonArray)page["events"]!).Cast<JsonObject>().Where(item => StatesDriver.Text(item, "type") == "TaskSucceeded"));
            token = page["nextToken"];
        }
        while (token is not null);

        return events;
    }
}
