using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A clock of a test's own that knows of the timers that were set on it: the test can let time go on once what is to end by it has begun.</summary>
internal sealed class ObservedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentQueue<TimeSpan> _timers = new();

    /// <summary>How many timers were ever set for so long.</summary>
    public int Timers(TimeSpan due) => _timers.Count(timer => timer == due);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Enqueue(dueTime);
        return timer;
    }
}
