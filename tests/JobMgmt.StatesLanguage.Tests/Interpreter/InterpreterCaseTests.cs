using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>
/// Cases/interpreter: a definition, an input, what happens, and what must come of it. <c>steps</c> happen one after the other; timers that are left then fire in order.
/// Map runs are left pending, or run to their end where the case has <c>objects</c> (the S3 objects that there are, by bucket/key; maybe none). <c>history</c> holds <c>id&lt;-previous Type</c>, with the members of the details that matter after it.
/// </summary>
public sealed class InterpreterCaseTests
{
    public static TheoryData<string, string, string> Cases() => CaseFiles.Read("interpreter");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Execution_GoesAsTheCaseSays(string file, string why, string row)
    {
        Assert.NotNull(file);
        var item = (JsonObject)JsonValue.Parse(row);
        Assert.True(item.Contains("source"), $"'{why}' names no source.");
        var (definition, diagnostics) = AslReader.Read(item["definition"]!.ToString());
        Assert.True(definition is not null, string.Join("; ", diagnostics));

        var driver = new ExecutionDriver(definition)
        {
            Serializes = true,
            AnswerMapRun = item["objects"] is JsonObject objects
                ? new MapRunPlayer(definition) { Objects = objects.ToDictionary(member => member.Key, member => Content(member.Value)) }.Play
                : null,
        };
        driver.Tell(new ExecutionStart(driver.Now, ExecutionDriver.Facts, item["input"] ?? JsonObject.Empty, 42));
        foreach (var step in (item["steps"] as JsonArray ?? JsonArray.Empty).Cast<JsonObject>())
        {
            Do(driver, step);
        }

        driver.RunOn();
        AssertHistory(item, driver);
        AssertEffects(item, driver);
        Assert.Equal(item["status"] is JsonString status ? status.Value : null, driver.Outcome?.Status);
        AssertEqual(item["output"], driver.Outcome?.Output, "output");
        AssertEqual(item["error"], driver.Outcome?.Error is { } error ? new JsonString(error) : null, "error");
        AssertEqual(item["cause"], driver.Outcome?.Cause is { } cause ? new JsonString(cause) : null, "cause");
        if (item["seconds"] is JsonNumber seconds)
        {
            Assert.Equal(seconds.ToDouble(), (driver.Now - ExecutionDriver.Start).TotalSeconds);
        }

        if (driver.Outcome is not null)
        {
            Assert.Empty(driver.PendingTimers);
            Assert.Empty(driver.PendingTasks);
            Assert.Empty(driver.PendingMapRuns);
        }
    }

    /// <summary>A file as it is, or as JSON for short.</summary>
    private static string Content(JsonValue value) => value is JsonString text ? text.Value : value.ToString();

    private static void Do(ExecutionDriver driver, JsonObject step)
    {
        var task = Number(step["task"]);
        var (verb, value) = (step[0].Key, step[0].Value);
        switch (verb)
        {
            case "fire":
                Assert.True(driver.FireNextTimer(), "No timer runs.");
                break;
            case "submit":
                driver.Tell(new TaskSubmitted(driver.Now, task, value));
                break;
            case "take":
                driver.Tell(new ActivityTaskStarted(driver.Now, task, ((JsonString)value).Value));
                break;
            case "succeed":
                driver.Tell(new TaskSucceeded(driver.Now, task, value));
                break;
            case "refuse":
                driver.Tell(new TaskFailed(driver.Now, task, Text(value, "Error"), Text(value, "Cause"), false));
                break;
            case "fail":
                driver.Tell(new TaskFailed(driver.Now, task, Text(value, "Error"), Text(value, "Cause"), true));
                break;
            case "timeOut":
                driver.Tell(new TaskTimedOut(driver.Now, task, Text(value, "Error") == "States.HeartbeatTimeout", Text(value, "Cause")));
                break;
            case "heartbeatAfter":
                driver.Tell(new TaskHeartbeat(driver.Now.AddSeconds(Number(value)), task));
                break;
            case "mapRunSucceeds":
                driver.Tell(new MapRunSucceeded(driver.Now, task, value));
                break;
            case "mapRunFails":
                driver.Tell(new MapRunFailed(driver.Now, task, Text(value, "Error")!, Text(value, "Cause")));
                break;
            case "abort":
                driver.Tell(new ExecutionAbort(driver.Now, Text(value, "Error"), Text(value, "Cause")));
                break;
            case "nothing":
                foreach (var late in new Input[]
                {
                    new TaskSucceeded(driver.Now, task, JsonObject.Empty), new TaskFailed(driver.Now, task, null, null, true),
                    new MapRunSucceeded(driver.Now, task, JsonArray.Empty), new MapRunFailed(driver.Now, task, "E", null),
                    new TaskSubmitted(driver.Now, task, JsonObject.Empty), new TaskHeartbeat(driver.Now, task), new TimerFired(driver.Now, 99),
                    new TaskTimedOut(driver.Now, task, true, null),
                    new ExecutionStart(driver.Now, ExecutionDriver.Facts, JsonObject.Empty, 1),
                })
                {
                    var changed = driver.Tell(late);
                    Assert.Empty(changed.Events);
                    Assert.Empty(changed.Effects);
                }

                break;
            default:
                Assert.Fail($"Unknown step '{verb}'.");
                break;
        }
    }

    private static void AssertHistory(JsonObject item, ExecutionDriver driver)
    {
        if (item["history"] is not JsonArray expected)
        {
            return;
        }

        var actual = driver.Events.Select(found => $"{found.Id}<-{found.PreviousEventId} {found.Type}").ToArray();
        Assert.Equal(expected.Select(line => ((JsonString)line).Value.Split(" {")[0]), actual);
        for (var i = 0; i < expected.Count; i++)
        {
            var line = ((JsonString)expected[i]).Value;
            if (line.IndexOf('{', StringComparison.Ordinal) is var at and >= 0)
            {
                foreach (var member in (JsonObject)JsonValue.Parse(line[at..]))
                {
                    Assert.True(
                        driver.Events[i].Details?[member.Key] is { } found && RecordedAnswer.Matches(member.Value, found),
                        $"{line}, but {driver.Events[i].Details}");
                }
            }
        }
    }

    private static void AssertEffects(JsonObject item, ExecutionDriver driver)
    {
        if (item["effects"] is JsonArray expected)
        {
            Assert.Equal(expected.Select(line => ((JsonString)line).Value), driver.Effects.Select(Show));
        }
    }

    private static string Show(Effect effect) => effect switch
    {
        StartTimer timer => $"StartTimer {timer.TimerId} +{(timer.Due - ExecutionDriver.Start).TotalSeconds}",
        CancelTimer timer => $"CancelTimer {timer.TimerId}",
        CancelTask task => $"CancelTask {task.TaskId}",
        ScheduleTask task => $"ScheduleTask {task.TaskId} {task.StateName}#{task.Attempt}{(task.TaskToken is null ? string.Empty : " with token")}",
        StartMapRun mapRun => $"StartMapRun {mapRun.TaskId} {mapRun.Plan.StateName}",
        _ => effect.ToString(),
    };

    private static void AssertEqual(JsonValue? expected, JsonValue? actual, string what) =>
        Assert.True(Equals(expected, actual) || (expected is not null && actual is not null && RecordedAnswer.Matches(expected, actual)), $"{what}: {expected} expected, {actual} found");

    private static long Number(JsonValue? value) => value is JsonNumber number && number.TryToInt64(out var result) ? result : 0;

    private static string? Text(JsonValue value, string name) => ((value as JsonObject)?[name] as JsonString)?.Value;
}
