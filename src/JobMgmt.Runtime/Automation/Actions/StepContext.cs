using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>An attempt at a step, as its action sees it.</summary>
internal sealed class StepContext(
    Database database, AutomationTransitions transitions, AutomationExecution automation, StepExecution step, AutomationStep definition, CancellationToken stopping)
{
    public AutomationExecution Automation { get; } = automation;

    public StepExecution Step { get; } = step;

    public AutomationStep Definition { get; } = definition;

    /// <summary>With references resolved.</summary>
    public JsonObject Inputs => Step.Inputs;

    /// <summary>What the action wrote down earlier in this attempt, maybe before a restart.</summary>
    public JsonObject? Note { get; private set; } = step.Note;

    /// <summary>A call whose answer ends the step, in the call's own transaction: it is never made twice.</summary>
    public CallContext CompletingCall(Func<JsonObject, StepResult> result) =>
        new(database, Guid.NewGuid().ToString(), (connection, response) => transitions.CompleteStep(connection, Step, result(response)), stopping);

    /// <summary>A call whose answer is noted, in the call's own transaction.</summary>
    public CallContext NotedCall(Func<JsonObject, JsonObject> note) =>
        new(
            database,
            Guid.NewGuid().ToString(),
            (connection, response) =>
            {
                Note = note(response);
                AutomationTransitions.WriteNote(connection, Step, Note);
            },
            stopping);

    /// <summary>A call that may be made again.</summary>
    public CallContext PlainCall() => new(database, Guid.NewGuid().ToString(), null, stopping);
}
