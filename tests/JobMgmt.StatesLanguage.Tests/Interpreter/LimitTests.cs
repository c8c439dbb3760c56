using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using Xunit.Abstractions;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>AWS's limits, and our own on size and speed.</summary>
public sealed class LimitTests
{
    private readonly ITestOutputHelper _output;

    public LimitTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void History_EndsAtEvent25000_WhenTheMachineLoops()
    {
        var driver = new ExecutionDriver(Read(
            """{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"S"}],"Default":"C"},"S":{"Type":"Succeed"}}}"""));
        driver.Run(JsonObject.Empty);

        var last = driver.Events[^1];
        Assert.Equal(25000, driver.Events.Count);
        Assert.Equal((25000, 24999, "ExecutionFailed"), (last.Id, last.PreviousEventId, last.Type));
        Assert.Equal("The execution reached the maximum number of history events (25000).", driver.Outcome!.Cause);
        Assert.Equal("States.Runtime", driver.Outcome.Error);
    }

    [Fact]
    public void TaskResult_OverTheLimit_IsAFailureThatCatchTakes()
    {
        var driver = new ExecutionDriver(Read(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Catch":[{"ErrorEquals":["States.ALL"],"Next":"S"}],"End":true},"S":{"Type":"Succeed"}}}"""));
        driver.Run(JsonObject.Empty);
        driver.Tell(new TaskSucceeded(driver.Now, 1, new string('é', 131_072))); // 262,146 bytes with its quotes

        Assert.Equal("TaskFailed", driver.Events[4].Type);
        Assert.Equal("States.DataLimitExceeded", ((JsonString)driver.Events[4].Details!["error"]!).Value);
        Assert.Equal(TooLarge("T"), ((JsonString)((JsonObject)driver.Outcome!.Output!)["Cause"]!).Value);
    }

    [Fact]
    public void StateOutput_OverTheLimit_EndsTheExecution()
    {
        var driver = new ExecutionDriver(Read(
            """{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"a.$":"$","b.$":"$"},"End":true}}}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"S"}],"End":true},"S":{"Type":"Succeed"}}}"""));
        driver.Run(new string('x', 200_000));

        Assert.Equal(("FAILED", "States.DataLimitExceeded", TooLarge("A")), (driver.Outcome!.Status, driver.Outcome.Error, driver.Outcome.Cause));
    }

    [Fact]
    public void Checkpoint_OfAWaitingExecution_IsUnder1KiB()
    {
        var driver = new ExecutionDriver(Read(
            """{"TimeoutSeconds":900,"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","TimeoutSeconds":600,"HeartbeatSeconds":60,"Parameters":{"Name.$":"$$.Task.Token"},"End":true}}}"""));
        driver.Tell(new ExecutionStart(driver.Now, ExecutionDriver.Facts, JsonValue.Parse("""{"role":"job_worker","n":1}"""), ulong.MaxValue, ulong.MaxValue));
        var size = Encoding.UTF8.GetByteCount(driver.Checkpoint.Serialize());

        _output.WriteLine($"{size} bytes: {driver.Checkpoint.Serialize()}");
        Assert.InRange(size, 1, 1024);
    }

    [Fact]
    public void InlineMap_Runs40AtOnce_WhateverIsAskedFor()
    {
        var driver = new ExecutionDriver(Read(
            """{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","End":true}}},"End":true}}}"""));
        driver.Tell(new ExecutionStart(driver.Now, ExecutionDriver.Facts, new JsonArray(Enumerable.Range(0, 100).Select(i => (JsonValue)i)), 1));

        Assert.Equal(40, driver.PendingTasks.Count);
    }

    [Fact]
    public void JsonataLoop_RunsThroughAThousandTurns()
    {
        var definition = Read(
            """{"QueryLanguage":"JSONata","StartAt":"I","States":{"I":{"Type":"Pass","Assign":{"n":0},"Next":"C"},"C":{"Type":"Choice","Choices":[{"Condition":"{% $n < 1000 %}","Next":"L"}],"Default":"S"},"L":{"Type":"Pass","Assign":{"n":"{% $n + 1 %}"},"Next":"C"},"S":{"Type":"Succeed","Output":"{% $n %}"}}}""");

        Assert.Equal(1000, new ExecutionDriver(definition).Run(JsonObject.Empty).Outcome!.Output);
    }

    [Fact]
    public void Variables_Over10MiB_EndTheExecution()
    {
        var states = string.Join(",", Enumerable.Range(0, 45).Select(i => $$"""
            "S{{i}}":{"Type":"Pass","Assign":{"v{{i}}":"{% $pad('', 260000, 'x') %}"},{{(i == 44 ? "\"End\":true" : $"\"Next\":\"S{i + 1}\"")}}}
            """));
        var driver = new ExecutionDriver(Read("{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S0\",\"States\":{" + states + "}}")).Run(JsonObject.Empty);

        Assert.Equal(("FAILED", "States.DataLimitExceeded"), (driver.Outcome!.Status, driver.Outcome.Error));
        Assert.Equal("S40", ((JsonString)driver.Events[^2].Details!["name"]!).Value); // the 41st does not fit: 40 × 260,002 bytes do
    }

    [Fact]
    public void TwoThousandPasses_RunInOneStep()
    {
        const int States = 2000;
        var chain = string.Join(",", Enumerable.Range(0, States).Select(i => $$"""
            "S{{i}}":{"Type":"Pass",{{(i == States - 1 ? "\"End\":true" : $"\"Next\":\"S{i + 1}\"")}}}
            """));
        var definition = Read("{\"StartAt\":\"S0\",\"States\":{" + chain + "}}");
        var driver = new ExecutionDriver(definition).Run(JsonObject.Of(("a", 1)));

        Assert.Equal("SUCCEEDED", driver.Outcome!.Status);
        Assert.Equal(2 + (2 * States), driver.Events.Count);
    }

    private static string TooLarge(string state) => $"The state/task '{state}' returned a result with a size exceeding the maximum number of bytes service limit.";

    private static StateMachineDefinition Read(string text)
    {
        var (definition, diagnostics) = AslReader.Read(text);
        return definition ?? throw new InvalidOperationException(string.Join("; ", diagnostics));
    }
}
