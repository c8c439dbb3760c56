using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Hosting;

/// <summary>
/// Gives memory back to the machine when work has ceased: a local runtime spends most of its life waiting beside its user's other programs, and the collector by itself
/// keeps what a burst of work needed.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private const long Work = 1 << 20; // bytes allocated between two looks that count as work; what is less is the looks themselves and an odd poll
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(1);
    private readonly Database _database;
    private readonly ITimer _timer;
    private long _allocated;
    private bool _isTrimmed = true;

    public IdleMemory(Database database, TimeProvider time)
    {
        _database = database;
        _timer = time.CreateTimer(_ => Look(), null, _period, _period);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - Interlocked.Exchange(ref _allocated, allocated) > Work)
        {
            _isTrimmed = false;
        }
        else if (!_isTrimmed)
        {
            _isTrimmed = true;
            _database.Trim();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
