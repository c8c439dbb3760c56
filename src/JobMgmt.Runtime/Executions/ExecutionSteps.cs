using System.Security.Cryptography;
using JobMgmt.Runtime.Executions.Activities;
using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using AslInterpreter = JobMgmt.StatesLanguage.Interpreter.Interpreter;

namespace JobMgmt.Runtime.Executions;

/// <summary>The one place that calls the interpreter for executions: it tells it what every input has to say of the runtime.</summary>
internal sealed class ExecutionSteps(MissingActivities missing)
{
    private const long ExpressSeconds = 300;

    /// <summary>The first step of an execution.</summary>
    public Step Start(StateMachineDefinition definition, ExecutionFacts facts, JsonValue data, DateTimeOffset at, bool isExpress) => Advance(
        definition, Checkpoint.Initial, new ExecutionStart(at, facts, data, Seed(), Seed()) { MostSeconds = isExpress ? ExpressSeconds : null });

    /// <summary>The next one.</summary>
    public Step Advance(StateMachineDefinition definition, Checkpoint checkpoint, Input input) => AslInterpreter.Advance(
        definition, checkpoint, input with { MissingActivities = missing.Of(definition), TaskParameters = TaskParameters.Instance });

    /// <summary>The end of an execution that a fault of ours, in the interpreter or in reading what is stored, keeps from going on: seen by its user, never hanging.</summary>
    public static Step Broken(Checkpoint checkpoint, long lastEventId, DateTimeOffset at, Exception error)
    {
        const string name = "States.Runtime";
        var cause = $"A fault of the local runtime: {error.Message}";
        var details = JsonObject.Of(("error", name), ("cause", cause));
        return new Step(
            checkpoint, [new HistoryEvent(lastEventId + 1, lastEventId, at, "ExecutionFailed", details)], [], new ExecutionOutcome("FAILED", null, name, cause));
    }

    private static ulong Seed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
