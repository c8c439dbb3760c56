namespace JobMgmt.Runtime.Commands;

/// <summary>Tells whoever waits for workers that one came online or is gone.</summary>
internal sealed class WorkerSignal
{
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next change. Take it before looking at the store, so that no change is missed.</summary>
    public Task Change => Volatile.Read(ref _change).Task;

    public void Wake() => Interlocked.Exchange(ref _change, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
