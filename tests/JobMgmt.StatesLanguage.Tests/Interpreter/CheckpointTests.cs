using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using AslInterpreter = JobMgmt.StatesLanguage.Interpreter.Interpreter;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>Checkpoints outlive the program that wrote them: Cases/checkpoints keeps one of each version, never edited.</summary>
public sealed class CheckpointTests
{
    public static TheoryData<string, string, string> Cases() => CaseFiles.Read("checkpoints");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Deserialize_GoesOn_WhereAnEarlierVersionStood(string file, string why, string row)
    {
        Assert.NotEmpty(file + why);
        var item = (JsonObject)JsonValue.Parse(row);
        var definition = AslReader.Read(item["definition"]!.ToString()).Definition!;
        var checkpoint = Checkpoint.Deserialize(item["checkpoint"]!.ToString());
        Assert.Equal(item["checkpoint"], JsonValue.Parse(checkpoint.Serialize()));

        if (item["mapRun"] is JsonNumber mapRun && mapRun.TryToInt64(out var id))
        {
            checkpoint = AslInterpreter.Advance(definition, checkpoint, new MapRunSucceeded(ExecutionDriver.Start, id, new JsonArray([1, 2]))).Checkpoint;
        }

        ExecutionOutcome? outcome = null;
        HistoryEvent? last = null;
        var task = 2L;
        foreach (var answer in (JsonArray)item["answers"]!)
        {
            var step = AslInterpreter.Advance(definition, checkpoint, new TaskSucceeded(ExecutionDriver.Start, task, answer));
            (checkpoint, outcome, last) = (step.Checkpoint, step.Outcome, step.Events[^1]);
            task = step.Effects.OfType<ScheduleTask>().SingleOrDefault()?.TaskId ?? 0;
        }

        Assert.Equal(item["output"], outcome?.Output);
        Assert.Equal(item["events"], (JsonValue)last!.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("{\"v\":5}")]
    [InlineData("{\"v\":1,\"f\":[]}")]
    [InlineData("{\"v\":1,\"f\":[\"a\",\"b\"],\"t\":0,\"i\":5,\"r\":[\"0\",\"0\",0],\"n\":[1,1,1],\"d\":[]}")]
    public void Deserialize_SaysSo_WhenItIsNone(string text) => Assert.ThrowsAny<FormatException>(() => Checkpoint.Deserialize(text));

    [Fact]
    public void Serialize_OfTheInitialOne_ComesBack() => Assert.False(Checkpoint.Deserialize(Checkpoint.Initial.Serialize()).IsEnded);

    [Fact]
    public void Token_IsNewForEachAttempt_AndFitsTheLimit()
    {
        var definition = AslReader.Read(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":9}],"End":true}}}""").Definition!;
        var driver = new ExecutionDriver(definition);
        driver.Tell(new ExecutionStart(driver.Now, ExecutionDriver.Facts, JsonObject.Empty, 1));
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            driver.Tell(new TaskFailed(driver.Now, attempt, null, null, true));
            driver.FireNextTimer();
        }

        var tokens = driver.Effects.OfType<ScheduleTask>().Select(task => task.TaskToken!).ToArray();
        Assert.Equal(10, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{60,2048}$", token));
    }
}
