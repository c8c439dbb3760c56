using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using AslInterpreter = JobMgmt.StatesLanguage.Interpreter.Interpreter;

namespace JobMgmt.Runtime.Executions;

/// <summary>The one place that calls the interpreter.</summary>
internal static class ExecutionStep
{
    public static Step Advance(StateMachineDefinition definition, Checkpoint checkpoint, Input input) => AslInterpreter.Advance(definition, checkpoint, input);

    /// <summary>The end of an execution that a fault of ours, in the interpreter or in reading what is stored, keeps from going on: seen by its user, never hanging.</summary>
    public static Step Broken(Checkpoint checkpoint, long lastEventId, DateTimeOffset at, Exception error)
    {
        const string name = "States.Runtime";
        var cause = $"A fault of the local runtime: {error.Message}";
        var details = JsonObject.Of(("error", name), ("cause", cause));
        return new Step(
            checkpoint, [new HistoryEvent(lastEventId + 1, lastEventId, at, "ExecutionFailed", details)], [], new ExecutionOutcome("FAILED", null, name, cause));
    }
}
