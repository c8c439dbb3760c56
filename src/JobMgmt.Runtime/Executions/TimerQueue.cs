namespace JobMgmt.Runtime.Executions;

/// <summary>The timers of all executions: a heap, and one timer of the clock set to the earliest.</summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1); // clocks take no longer ones; it is looked at again then
    private readonly PriorityQueue<(long Execution, long Timer), DateTimeOffset> _queue = new();
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action<long, long> _fire;
    private readonly ITimer _clock;

    /// <param name="time">The clock.</param>
    /// <param name="fire">Told the execution and the timer that is due. It may have been cancelled since.</param>
    public TimerQueue(TimeProvider time, Action<long, long> fire)
    {
        _time = time;
        _fire = fire;
        _clock = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the earliest one is due; null where there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _queue.TryPeek(out _, out var due) ? due : null;
            }
        }
    }

    public void Add(long execution, long timer, DateTimeOffset due)
    {
        lock (_lock)
        {
            _queue.Enqueue((execution, timer), due);
            if (_queue.Peek() == (execution, timer))
            {
                Set(due);
            }
        }
    }

    public void Dispose() => _clock.Dispose();

    private void Fire()
    {
        var due = new List<(long Execution, long Timer)>();
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (_queue.TryPeek(out _, out var at) && at <= now)
            {
                due.Add(_queue.Dequeue());
            }

            if (_queue.TryPeek(out _, out var next))
            {
                Set(next);
            }
        }

        foreach (var (execution, timer) in due)
        {
            _fire(execution, timer);
        }
    }

    private void Set(DateTimeOffset due)
    {
        var wait = due - _time.GetUtcNow();
        _clock.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > _longestWait ? _longestWait : wait, Timeout.InfiniteTimeSpan);
    }
}
