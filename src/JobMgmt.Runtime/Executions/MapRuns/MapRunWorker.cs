namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>One Map Run's turns: never two at once, and one more for all that changed during one.</summary>
/// <param name="id">The Map Run's key.</param>
/// <param name="run">Takes turns while <see cref="TakeWake"/> says so.</param>
internal sealed class MapRunWorker(long id, Func<MapRunWorker, Task> run)
{
    private readonly Lock _lock = new();
    private bool _isWoken;
    private bool _isRunning;

    public long Id { get; } = id;

    /// <summary>The last child that was started; those that wait are after it.</summary>
    public long LastStarted { get; set; } = -1;

    /// <summary>Its running children were told to stop.</summary>
    public bool HasStoppedChildren { get; set; }

    /// <summary>That the store can't write was logged.</summary>
    public bool IsWaitingForStore { get; set; }

    public bool IsRetired { get; private set; }

    /// <summary>Wakes it; false where it is done with, and who still has something to say needs a new one.</summary>
    /// <param name="beforeRun">Called where it begins to run, before that.</param>
    public bool TryWake(Action beforeRun)
    {
        lock (_lock)
        {
            if (IsRetired)
            {
                return false;
            }

            _isWoken = true;
            if (!_isRunning)
            {
                _isRunning = true;
                beforeRun();
                _ = Task.Run(() => run(this));
            }

            return true;
        }
    }

    /// <summary>Whether there is something to do. After false, nothing is until it is woken again.</summary>
    public bool TakeWake()
    {
        lock (_lock)
        {
            var wasWoken = _isWoken && !IsRetired;
            _isWoken = false;
            _isRunning = wasWoken;
            return wasWoken;
        }
    }

    /// <summary>It is over, if nothing has changed since the turn that says so.</summary>
    public void Retire()
    {
        lock (_lock)
        {
            IsRetired = !_isWoken;
        }
    }

    /// <summary>All children are looked at again: it was redriven.</summary>
    public void BeginAnew()
    {
        LastStarted = -1;
        HasStoppedChildren = false;
    }
}
