using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>
/// Every change of an automation, each in its caller's transaction: the end of a step and the beginning of the next are one change, so a restart finds exactly one step
/// that runs. What comes late (a result of an attempt that is over) changes nothing.
/// </summary>
internal sealed class AutomationTransitions(DocumentCache documents, StepInputs inputs, StatusEvents events, TimeProvider time, AutomationWaker waker)
{
    /// <summary>AWS runs 100 automations of an account at once; further ones are Pending (https://docs.aws.amazon.com/general/latest/gr/ssm.html).</summary>
    public const int MostRunning = 100;

    private static readonly TimeSpan _cancelLimit = TimeSpan.FromMinutes(2); // all steps of onCancel together

    /// <summary>A new automation: it begins, or waits for a place.</summary>
    public void Start(StoreConnection connection, AutomationExecution automation)
    {
        var mayRun = AutomationStore.CountRunning(connection) < MostRunning;
        AutomationStore.Insert(connection, automation);
        if (mayRun)
        {
            Begin(connection, automation);
        }
        else
        {
            events.Put(connection, automation);
        }
    }

    /// <summary>The end of an attempt at a step: another attempt, the next step, or the end of the automation.</summary>
    public void CompleteStep(StoreConnection connection, StepExecution attempt, StepResult result)
    {
        var automation = AutomationStore.Find(connection, attempt.AutomationId);
        var step = AutomationStore.FindStep(connection, attempt.AutomationId, attempt.Name);
        if (automation is not { Ended: null } || step is not { Status: AutomationStatus.InProgress } || step.Id != attempt.Id || step.Attempt != attempt.Attempt)
        {
            return;
        }

        var now = time.GetUtcNow();
        var failed = result.Status is AutomationStatus.Failed or AutomationStatus.TimedOut;
        if (failed && step.Attempt < step.MaxAttempts && automation.StopType is null)
        {
            AutomationStore.SaveStep(connection, step with { Attempt = step.Attempt + 1, AttemptStarted = now, Note = null });
            waker.WakeAfterCommit(connection, automation.Id);
            return;
        }

        step = step with
        {
            Status = result.Status,
            Ended = now,
            Outputs = result.Outputs,
            ResponseCode = result.ResponseCode ?? (result.Status == AutomationStatus.Success ? "0" : null),
            FailureMessage = result.FailureMessage,
            FailureStage = result.FailureStage,
            FailureType = result.FailureType,
        };
        AutomationStore.SaveStep(connection, step);
        events.Put(connection, automation, step);
        var document = documents.Get(connection, automation.ContentHash);
        GoOn(connection, automation, document, document.Step(step.Name), step, result);
    }

    /// <summary>The wish to stop: at once where nothing runs yet, else once the running step is interrupted or done.</summary>
    public void Stop(StoreConnection connection, AutomationExecution automation, string type)
    {
        if (automation.Status == AutomationStatus.Pending)
        {
            End(connection, automation with { StopType = type }, documents.Get(connection, automation.ContentHash), type == "Cancel" ? AutomationStatus.Cancelled : AutomationStatus.Success);
            return;
        }

        automation = automation with { StopType = type, Status = type == "Cancel" ? AutomationStatus.Cancelling : automation.Status };
        AutomationStore.Update(connection, automation);
        if (type == "Cancel")
        {
            events.Put(connection, automation);
            waker.InterruptAfterCommit(connection, automation.Id);
        }
    }

    /// <summary>What an action wants to find again after a restart.</summary>
    public static void WriteNote(StoreConnection connection, StepExecution attempt, JsonObject note)
    {
        var step = AutomationStore.FindStep(connection, attempt.AutomationId, attempt.Name);
        if (step is { Status: AutomationStatus.InProgress } && step.Id == attempt.Id && step.Attempt == attempt.Attempt)
        {
            AutomationStore.SaveStep(connection, step with { Note = note });
        }
    }

    private void Begin(StoreConnection connection, AutomationExecution automation)
    {
        automation = automation with { Status = AutomationStatus.InProgress };
        var document = documents.Get(connection, automation.ContentHash);
        events.Put(connection, automation);
        Enter(connection, automation, document, document.Steps[0]);
    }

    private void GoOn(
        StoreConnection connection, AutomationExecution automation, AutomationDocument document, AutomationStep definition, StepExecution step, StepResult result)
    {
        var failed = step.Status is AutomationStatus.Failed or AutomationStatus.TimedOut;
        if (failed && definition.IsCritical && automation.FailedStatus is null)
        {
            automation = automation with { FailedStatus = step.Status, FailureMessage = step.FailureMessage };
        }

        if (automation.MustInterrupt)
        {
            if (definition.OnCancel.Step is { } afterCancel)
            {
                Enter(connection, automation with { StopDeadline = time.GetUtcNow() + _cancelLimit }, document, document.Step(afterCancel));
            }
            else
            {
                End(connection, automation, document, AutomationStatus.Cancelled);
            }

            return;
        }

        var next = step.Status == AutomationStatus.Cancelled || automation.StopType == "Complete" ? null
            : failed && definition.OnFailure.IsAbort ? null
            : failed && definition.OnFailure.Step is { } afterFailure ? afterFailure
            : result.NextStep ?? (definition.IsEnd ? null : definition.NextStep ?? document.Following(definition)?.Name);
        if (next is not null)
        {
            Enter(connection, automation, document, document.Step(next));
            return;
        }

        // a step that aborts the automation fails it also where it is not critical
        var status = automation.StopType == "Cancel" || step.Status == AutomationStatus.Cancelled ? AutomationStatus.Cancelled
            : automation.FailedStatus ?? (failed && definition.OnFailure.IsAbort ? step.Status : AutomationStatus.Success);
        End(connection, status == AutomationStatus.Success ? automation : automation with { FailureMessage = automation.FailureMessage ?? step.FailureMessage }, document, status);
    }

    private void Enter(StoreConnection connection, AutomationExecution automation, AutomationDocument document, AutomationStep definition)
    {
        automation = automation with { CurrentStep = definition.Name };
        AutomationStore.Update(connection, automation);
        var now = time.GetUtcNow();
        var step = new StepExecution
        {
            AutomationId = automation.Id,
            Name = definition.Name,
            Id = Guid.NewGuid().ToString(),
            Action = definition.Action,
            Status = AutomationStatus.InProgress,
            MaxAttempts = (int)Math.Clamp(inputs.Number(connection, automation, document, definition.MaxAttempts) ?? 1, 1, int.MaxValue),
            TimeoutSeconds = inputs.Number(connection, automation, document, definition.TimeoutSeconds),
            Started = now,
            AttemptStarted = now,
            Inputs = (JsonObject)inputs.Resolve(connection, automation, document, definition.Inputs),
        };
        AutomationStore.SaveStep(connection, step);
        events.Put(connection, automation, step);
        waker.WakeAfterCommit(connection, automation.Id);
    }

    private void End(StoreConnection connection, AutomationExecution automation, AutomationDocument document, string status)
    {
        automation = automation with
        {
            Status = status,
            Ended = time.GetUtcNow(),
            Outputs = inputs.Outputs(connection, automation, document),
        };
        AutomationStore.Update(connection, automation);
        events.Put(connection, automation);
        if (AutomationStore.CountRunning(connection) < MostRunning && AutomationStore.FirstPending(connection) is { } waiting)
        {
            Begin(connection, waiting);
        }
    }
}
