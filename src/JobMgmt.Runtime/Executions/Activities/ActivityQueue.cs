namespace JobMgmt.Runtime.Executions.Activities;

/// <summary>Wakes the workers' long polls when a task has come for their activity. The tasks themselves are in the store.</summary>
internal sealed class ActivityQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _coming = new(StringComparer.Ordinal);

    /// <summary>Completes when the next task comes. Ask for it before looking into the store: what comes in between is not missed then.</summary>
    public Task NextAsync(string activity)
    {
        lock (_lock)
        {
            if (!_coming.TryGetValue(activity, out var coming))
            {
                coming = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _coming.Add(activity, coming);
            }

            return coming.Task;
        }
    }

    /// <summary>A task has come and is committed: everybody who waits looks, one of them takes it.</summary>
    public void Announce(string activity)
    {
        lock (_lock)
        {
            if (_coming.Remove(activity, out var coming))
            {
                coming.SetResult();
            }
        }
    }
}
