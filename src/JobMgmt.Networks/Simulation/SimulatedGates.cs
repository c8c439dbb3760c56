using JobMgmt.Networks.Checks;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>
/// Gates as executions of JobGate are: whoever comes first makes one, stopping it ends the waits for it, and a name whose execution has ended can't be used again.
/// </summary>
internal sealed class SimulatedGates
{
    private const string Machine = "JobGate";
    private readonly Dictionary<string, JsonObject?> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long>> _waiting = new(StringComparer.Ordinal);

    /// <summary>How many were made: each enters one state.</summary>
    internal int Count => _ended.Count;

    /// <summary>Whether a task makes, opens, reads or awaits a gate.</summary>
    internal static bool IsIt(ScheduleTask task) => task.Parameters is JsonObject parameters
        && Text(parameters["StateMachineArn"] ?? parameters["ExecutionArn"]) is { } arn && CheckedState.NamesMachine(arn, Machine);

    /// <summary>Does what a task asks for, and says what is to be told of it, to this task or to those that have waited.</summary>
    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        var parameters = (JsonObject)task.Parameters;
        var gate = Text(parameters["Name"] ?? parameters["ExecutionArn"])!.Split(':').Last();
        var exists = _ended.TryGetValue(gate, out var ended);
        switch (task.Resource.Substring(task.Resource.IndexOf(":::", StringComparison.Ordinal) + 3))
        {
            case "aws-sdk:sfn:stopExecution" when exists:
                return Open(gate, parameters, task.TaskId, now);
            case "aws-sdk:sfn:describeExecution" when exists:
                return new[] { new TaskSucceeded(now, task.TaskId, ended ?? JsonObject.Of(("Status", "RUNNING"))) };
            case "aws-sdk:sfn:stopExecution" or "aws-sdk:sfn:describeExecution":
                return new[] { Refusal(now, task.TaskId, "Sfn.ExecutionDoesNotExistException", $"There is no gate '{gate}'.") };
            case "aws-sdk:sfn:startExecution" when exists && ended is not null:
                return new[] { Refusal(now, task.TaskId, "Sfn.ExecutionAlreadyExistsException", $"The gate '{gate}' has ended.") };
            case "aws-sdk:sfn:startExecution":
                _ended[gate] = null;
                return new[] { new TaskSucceeded(now, task.TaskId, JsonObject.Empty) };
            case "states:startExecution.sync:2" when exists && ended is not null:
                return new[] { Refusal(now, task.TaskId, "StepFunctions.ExecutionAlreadyExistsException", $"The gate '{gate}' has ended.") };
            case "states:startExecution.sync:2":
                _ended[gate] = null;
                Waiting(gate).Add(task.TaskId);
                return new[] { new TaskSubmitted(now, task.TaskId, JsonObject.Empty) };
            default:
                throw new SimulationException($"State '{task.StateName}' calls {task.Resource} for a gate, which can't be simulated.");
        }
    }

    private List<Input> Open(string gate, JsonObject parameters, long taskId, DateTimeOffset now)
    {
        var end = JsonObject.Of(("Status", "ABORTED"), ("Error", parameters["Error"]), ("Cause", parameters["Cause"]));
        _ended[gate] = end;
        var told = new List<Input> { new TaskSucceeded(now, taskId, JsonObject.Empty) };
        told.AddRange(Waiting(gate).Select(waiting => new TaskFailed(now, waiting, "States.TaskFailed", end.ToString(), WasSubmitted: true)));
        Waiting(gate).Clear();
        return told;
    }

    private List<long> Waiting(string gate) => _waiting.TryGetValue(gate, out var waiting) ? waiting : _waiting[gate] = new List<long>();

    private static TaskFailed Refusal(DateTimeOffset now, long taskId, string error, string cause) => new(now, taskId, error, cause, WasSubmitted: false);

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
