using System.Collections.Concurrent;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>Lets somebody in this process wait for the next change of a command's status without asking again and again.</summary>
internal sealed class CommandWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _watched = new(StringComparer.Ordinal);

    /// <summary>Ends with the next change after this call: take it first, then look at the status, then wait.</summary>
    public Task NextChange(string commandId) =>
        _watched.GetOrAdd(commandId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>The command has ended: nobody will wait for it any more.</summary>
    public void Forget(string commandId) => _watched.TryRemove(commandId, out _);

    /// <summary>The command's status was changed in this transaction.</summary>
    public void SignalAfterCommit(StoreConnection connection, string commandId) =>
        connection.AfterCommit(() =>
        {
            if (_watched.TryRemove(commandId, out var change))
            {
                change.SetResult();
            }
        });
}
