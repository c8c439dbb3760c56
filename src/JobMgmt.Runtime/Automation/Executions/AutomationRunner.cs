using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>Runs one automation's steps, one after the other, until it has ended or the runtime stops.</summary>
internal sealed class AutomationRunner(string id, Database database, StepRunner steps, TimeProvider time, ILogger log, CancellationToken stopping) : IDisposable
{
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _interrupted = new();
    private int _started;

    /// <summary>Ends with the automation, or when the runtime stops.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Begins, once however often it is asked.</summary>
    public void Start(Action ended)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            Completion = Task.Run(() => RunAsync(ended), CancellationToken.None);
        }
    }

    /// <summary>Somebody stops the automation: the step that runs is to be left. The wish itself is in the store.</summary>
    public void Interrupt() => Task.Run(() =>
    {
        // off the store's thread: what waits on the token runs here
        try
        {
            _interrupted.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it has ended meanwhile
        }
    });

    public void Dispose() => _interrupted.Dispose();

    private async Task RunAsync(Action ended)
    {
        try
        {
            while (!stopping.IsCancellationRequested && Read() is { } current)
            {
                await RunStepAsync(current.Automation, current.Step);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the step stands in the store and goes on at the next start
        }
        catch (Exception error)
        {
            log.LogError(error, "Automation {Id} is left where it stands until the runtime starts again", id);
        }
        finally
        {
            ended();
        }
    }

    private async Task RunStepAsync(AutomationExecution automation, StepExecution step)
    {
        try
        {
            await steps.RunAsync(automation, step, _interrupted.Token, stopping);
        }
        catch (StoreUnavailableException error)
        {
            // a full disk: what the step has done is found again by its action, so it only has to be looked at later
            log.LogError(error, "Step {Step} of automation {Id} can't be written down yet", step.Name, id);
            await Task.Delay(_storePause, time, stopping);
        }
    }

    private (AutomationExecution Automation, StepExecution Step)? Read() => database.Read<(AutomationExecution, StepExecution)?>(connection =>
        AutomationStore.Find(connection, id) is { Ended: null, CurrentStep: { } name } automation && AutomationStore.FindStep(connection, id, name) is { } step
            ? (automation, step)
            : null);
}
