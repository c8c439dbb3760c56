using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>SendFailEvent, and the other ways in which networks written by hand tell people: what is sent is noted, and goes nowhere.</summary>
internal sealed class SimulatedAlerts(RunJobStackOptions options)
{
    // SendFailEvent's states for a network's alert.
    internal const int Transitions = 2;

    private static readonly string[] Senders = { ":events:putEvents", ":aws-sdk:eventbridge:putEvents", ":sns:publish", ":aws-sdk:sns:publish" };

    private readonly List<SimulatedAlert> _sent = new();

    /// <summary>As they were sent.</summary>
    internal IReadOnlyList<SimulatedAlert> Sent => _sent;

    /// <summary>The states that SendFailEvent has entered.</summary>
    internal int StateTransitions { get; private set; }

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
        StateTransitions += Transitions;
        _sent.Add(new SimulatedAlert(Text(input["JobName"]), Text(input["Error"]), Text(input["Channel"]) ?? options.DefaultChannel, now));
        var answer = JsonObject.Of(("Status", "SUCCEEDED"), ("Input", input.ToString()), ("Output", JsonObject.Empty));
        if (task.Resource.IndexOf(".sync", StringComparison.Ordinal) >= 0)
        {
            yield return new TaskSubmitted(now, task.TaskId, JsonObject.Empty);
        }

        yield return new TaskSucceeded(now, task.TaskId, answer);
    }

    private static bool StartsSendFailEvent(ScheduleTask task) => task.Resource.IndexOf(":states:startExecution", StringComparison.Ordinal) >= 0
        && !task.Resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal)
        && Text((task.Parameters as JsonObject)?["StateMachineArn"]) is { } machine && CheckedState.NamesMachine(machine, "SendFailEvent");

    private static string? Text(JsonValue? value) => value is JsonString { Value.Length: > 0 } text ? text.Value : null;
}
