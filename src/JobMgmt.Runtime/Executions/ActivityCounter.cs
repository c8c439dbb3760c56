namespace JobMgmt.Runtime.Executions;

/// <summary>Counts what is going on, so that the runtime can stop when nothing is.</summary>
internal sealed class ActivityCounter
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private int _count;

    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _count == 0;
            }
        }
    }

    public void Enter()
    {
        lock (_lock)
        {
            _count++;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count == 0)
            {
                _waiting.ForEach(waiting => waiting.TrySetResult());
                _waiting.Clear();
            }
        }
    }

    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(waiting);
            return waiting.Task;
        }
    }
}
