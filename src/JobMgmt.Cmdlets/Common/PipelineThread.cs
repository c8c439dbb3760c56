using System.Collections.Concurrent;
using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// Runs a cmdlet's asynchronous work off the pipeline thread, and the calls that PowerShell allows only on that thread
/// (Write-, Should- calls) on it, in the order they were asked for.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly BlockingCollection<Action> _calls = new();

    /// <summary>Starts <paramref name="work"/> and serves its calls until it ends; its exception comes out unchanged.</summary>
    public void Run(Func<Task> work)
    {
        Task running = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                _calls.CompleteAdding();
            }
        });

        foreach (Action call in _calls.GetConsumingEnumerable())
        {
            call();
        }

        // The work has ended (CompleteAdding is its last act), so this does not wait; it only lets the exception out.
        running.GetAwaiter().GetResult();
    }

    /// <summary>Makes a call on the pipeline thread and gives its result, or its exception, to the work.</summary>
    /// <exception cref="PipelineStoppedException">The cmdlet has already ended: a late write.</exception>
    public Task<T> InvokeAsync<T>(Func<T> call)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(() =>
        {
            try
            {
                completion.SetResult(call());
            }
            catch (Exception e)
            {
                // Also PipelineStoppedException, which `Select-Object -First` raises: the work ends with it, then Run rethrows it.
                completion.SetException(ExceptionDispatchInfo.Capture(e).SourceException);
            }
        });
        return completion.Task;
    }

    /// <summary>Makes a call on the pipeline thread without waiting for it: messages and progress.</summary>
    public void Post(Action call) => Add(() =>
    {
        try
        {
            call();
        }
        catch (PipelineStoppedException)
        {
            // The pipeline is on its way down; the work learns it from its token or its next awaited write.
        }
    });

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    private void Add(Action call)
    {
        try
        {
            _calls.Add(call);
        }
        catch (InvalidOperationException)
        {
            throw new PipelineStoppedException();
        }
    }
}
