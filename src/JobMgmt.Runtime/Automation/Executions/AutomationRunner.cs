using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>Runs one automation's steps, one after the other, until it has ended or the runtime stops.</summary>
internal sealed class AutomationRunner(string id, Database database, StepRunner steps, ILogger log, CancellationToken stopping) : IDisposable
{
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
                await steps.RunAsync(current.Automation, current.Step, _interrupted.Token, stopping);
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

    private (AutomationExecution Automation, StepExecution Step)? Read() => database.Read<(AutomationExecution, StepExecution)?>(connection =>
        AutomationStore.Find(connection, id) is { Ended: null, CurrentStep: { } name } automation && AutomationStore.FindStep(connection, id, name) is { } step
            ? (automation, step)
            : null);
}
