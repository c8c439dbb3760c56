using System.Collections.Concurrent;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions;

/// <summary>Who waits for the end of an EXPRESS execution (StartSyncExecution): nothing of one that has ended stays in the store.</summary>
internal sealed class ExpressEnds
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ExecutionRecord>> _waiting = new(StringComparer.Ordinal);

    /// <summary>The execution as it ended. Ask before it is started.</summary>
    public Task<ExecutionRecord> WaitForAsync(string arn) =>
        _waiting.GetOrAdd(arn, _ => new TaskCompletionSource<ExecutionRecord>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Nobody waits any more.</summary>
    public void Forget(string arn) => _waiting.TryRemove(arn, out _);

    /// <summary>It has ended, and that is committed.</summary>
    public void Tell(ExecutionRecord ended)
    {
        if (_waiting.TryRemove(ended.Arn, out var waiting))
        {
            waiting.SetResult(ended);
        }
    }
}
