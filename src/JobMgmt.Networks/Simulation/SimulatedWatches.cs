using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>WatchDeadline's executions, which find the run ended: a simulated run knows no time of day, and nobody is told that it takes long.</summary>
internal sealed class SimulatedWatches
{
    private const string Machine = "WatchDeadline";

    internal static bool IsIt(ScheduleTask task) => task.Parameters is JsonObject parameters
        && parameters["StateMachineArn"] is JsonString arn && CheckedState.NamesMachine(arn.Value, Machine);

    /// <summary>What Step Functions would bill for them.</summary>
    internal int StateTransitions { get; private set; }

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        var deadlines = (((JsonObject)task.Parameters)["Input"] as JsonObject)?["Deadlines"] as JsonArray ?? JsonArray.Empty;
        StateTransitions += WatchDeadlineStateMachine.Transitions + (WatchDeadlineStateMachine.TransitionsEach * deadlines.Count);
        yield return new TaskSucceeded(now, task.TaskId, JsonObject.Empty);
    }
}
