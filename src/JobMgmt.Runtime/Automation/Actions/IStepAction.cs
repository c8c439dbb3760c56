using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>What a step does: one action of schema 0.3.</summary>
internal interface IStepAction
{
    /// <summary><c>aws:executeScript</c>…</summary>
    string Name { get; }

    /// <summary>What it is doing, in the words of AWS's failure messages: "Step timed out while step is …".</summary>
    string Phase { get; }

    /// <summary>The time of an attempt where the step names none; null: no limit.</summary>
    TimeSpan? DefaultTimeout { get; }

    /// <summary>Checks a step at CreateDocument; returns what is served here although AWS refuses it today.</summary>
    /// <exception cref="ServiceException">InvalidDocumentContent.</exception>
    IEnumerable<string> Check(AutomationStep step);

    /// <summary>
    /// Runs an attempt, or goes on with it where the runtime was stopped or killed meanwhile: it must not do twice what it has begun.
    /// </summary>
    /// <exception cref="OperationCanceledException">Time is over, the automation or the runtime is stopped; <see cref="AbandonAsync"/> follows in the first two cases.</exception>
    Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken);

    /// <summary>Ends what the attempt has started (kills the process, cancels the command). Safe to repeat. Returns the outputs that are known.</summary>
    Task<JsonObject> AbandonAsync(StepContext context) => Task.FromResult(JsonObject.Empty);

    /// <summary>The attempt's end is on disk: what it left behind can go.</summary>
    Task ForgetAsync(StepContext context) => Task.CompletedTask;
}
