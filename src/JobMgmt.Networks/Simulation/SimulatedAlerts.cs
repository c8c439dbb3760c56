using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>SendFailEvent, and the other ways in which networks written by hand tell people: what is sent is noted, and goes nowhere.</summary>
internal sealed class SimulatedAlerts(RunJobStackOptions options)
{
    private static readonly string[] Senders = { ":events:putEvents", ":aws-sdk:eventbridge:putEvents", ":sns:publish", ":aws-sdk:sns:publish" };

    private readonly List<SimulatedAlert> _sent = new();

    /// <summary>As they were sent.</summary>
    internal IReadOnlyList<SimulatedAlert> Sent => _sent;

    /// <summary>The states that SendFailEvent has entered.</summary>
    internal int StateTransitions { get; private set; }

    /// <summary>The calls that it has made.</summary>
    internal ApiCalls Calls { get; } = new();

    /// <summary>Notes one that a network sends that is simulated as a whole.</summary>
    internal void Note(string job, string? error, DateTimeOffset at) => _sent.Add(new SimulatedAlert(job, error, null, at));

    internal static bool IsIt(ScheduleTask task) => StartsSendFailEvent(task) || Array.Exists(Senders, sender => task.Resource.EndsWith(sender, StringComparison.Ordinal));

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        if (!StartsSendFailEvent(task))
        {
            _sent.Add(new SimulatedAlert(null, null, null, now));
            yield return new TaskSucceeded(now, task.TaskId, JsonObject.Of(("MessageId", "00000000-0000-4000-8000-000000000000"), ("FailedEntryCount", 0)));
            yield break;
        }

        var input = (task.Parameters as JsonObject)?["Input"] as JsonObject ?? JsonObject.Empty;
        Count(input);
        _sent.Add(new SimulatedAlert(Text(input["JobName"]), Text(input["Error"]), Text(input["Channel"]) ?? options.DefaultChannel, now));
        var answer = JsonObject.Of(("Status", "SUCCEEDED"), ("Input", input.ToString()), ("Output", JsonObject.Empty));
        if (task.Resource.IndexOf(".sync", StringComparison.Ordinal) >= 0)
        {
            yield return new TaskSubmitted(now, task.TaskId, JsonObject.Empty);
        }

        yield return new TaskSucceeded(now, task.TaskId, answer);
    }

    // What SendFailEvent asks (three times), sends, reads and writes down. Of a digest the first failure is counted, as it is the one that is told.
    private void Count(JsonObject input)
    {
        var reads = input[AlertDetail.LogLines] is JsonNumber lines && lines.ToDouble() > 0 && Text(input["Cause"])?.Contains("\"Stdout\"") == true;
        var counts = input[AlertDetail.Continues] is null;
        var folds = counts && input[AlertDetail.Digest] is not null;
        StateTransitions += 4 + (reads ? 2 : 0) + (counts ? 1 : 0) + (folds ? 3 : 0);
        Calls.Add(ApiCalls.EventBridge, 1);
        Calls.Add(ApiCalls.DynamoDb, (counts ? 1 : 0) + (folds ? 1 : 0));
        Calls.Add(ApiCalls.StepFunctions, folds ? 1 : 0);
        Calls.Add(ApiCalls.CloudWatchLogs, reads ? 2 : 0);
    }

    private static bool StartsSendFailEvent(ScheduleTask task) => task.Resource.IndexOf(":states:startExecution", StringComparison.Ordinal) >= 0
        && !task.Resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal)
        && Text((task.Parameters as JsonObject)?["StateMachineArn"]) is { } machine && CheckedState.NamesMachine(machine, "SendFailEvent");

    private static string? Text(JsonValue? value) => value is JsonString { Value.Length: > 0 } text ? text.Value : null;
}
