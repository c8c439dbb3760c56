using JobMgmt.Runtime.Automation.Actions;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>Runs one attempt at a step: calls its action, within its time, until it is done or the automation is stopped, and writes down how it ended.</summary>
internal sealed class StepRunner(Database database, StepActionTable actions, DocumentCache documents, AutomationTransitions transitions, TimeProvider time, ILogger<StepRunner> log)
{
    private const long MostSeconds = 1_000_000_000; // over 30 years: whatever is longer is the same
    private static readonly TimeSpan _longestTimer = TimeSpan.FromDays(45); // timers take no longer ones; the next start of the runtime counts anew

    public async Task RunAsync(AutomationExecution automation, StepExecution step, CancellationToken interrupted, CancellationToken stopping)
    {
        var action = actions.Find(step.Action) ?? throw new InvalidOperationException($"No action {step.Action}.");
        var context = new StepContext(database, transitions, automation, step, Definition(automation, step), stopping);
        using var limit = Limit(automation, step, action);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping, automation.StopDeadline is null ? interrupted : CancellationToken.None);
        StepResult result;
        try
        {
            if (automation.MustInterrupt)
            {
                // the wish came before a restart, or in the moment before this step began
                throw new OperationCanceledException();
            }

            result = await action.RunAsync(context, linked.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            var stopped = automation.MustInterrupt || (automation.StopDeadline is null && interrupted.IsCancellationRequested);
            var outputs = await AbandonAsync(action, context);
            result = (stopped ? StepResult.Cancelled() : StepResult.TimedOut(action.Phase)) with { Outputs = outputs };
        }
        catch (ServiceException error)
        {
            result = StepResult.Failed("Execute/Cancelling action", $"{error.Code}: {error.Message}");
        }
        catch (Exception error) when (error is not StoreUnavailableException)
        {
            log.LogError(error, "A fault of the runtime in step {Step} of automation {Id}", step.Name, automation.Id);
            result = StepResult.Failed("Execute/Cancelling action", $"The local runtime failed: {error.Message}", type: "Internal");
        }

        await database.WriteAsync(connection => transitions.CompleteStep(connection, step, result));
        await action.ForgetAsync(context);
    }

    private async Task<JsonObject> AbandonAsync(IStepAction action, StepContext context)
    {
        try
        {
            return await action.AbandonAsync(context);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // the step ends all the same: an automation that can't be stopped would be worse than a process that runs on
            log.LogError(error, "What step {Step} of automation {Id} has started could not be ended", context.Step.Name, context.Automation.Id);
            return JsonObject.Empty;
        }
    }

    private Documents.AutomationStep Definition(AutomationExecution automation, StepExecution step) =>
        database.Read(connection => documents.Get(connection, automation.ContentHash)).Step(step.Name);

    /// <summary>The step's own time, counted from the attempt's start also over a restart; for onCancel's steps the time that is left for all of them.</summary>
    private CancellationTokenSource Limit(AutomationExecution automation, StepExecution step, IStepAction action)
    {
        var now = time.GetUtcNow();
        var left = step.TimeoutSeconds is { } seconds ? step.AttemptStarted.AddSeconds(Math.Min(seconds, MostSeconds)) - now
            : action.DefaultTimeout is { } usual ? step.AttemptStarted + usual - now
            : (TimeSpan?)null;
        if (automation.StopDeadline is { } deadline && (left is null || deadline - now < left))
        {
            left = deadline - now;
        }

        if (left is null || left > _longestTimer)
        {
            return new CancellationTokenSource();
        }

        var limit = new CancellationTokenSource(left.Value > TimeSpan.Zero ? left.Value : TimeSpan.Zero, time);
        if (time.GetUtcNow() - now >= left)
        {
            limit.Cancel(); // the clock has gone on before the timer was there
        }

        return limit;
    }
}
