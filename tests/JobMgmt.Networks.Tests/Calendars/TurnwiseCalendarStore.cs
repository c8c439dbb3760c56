using JobMgmt.Networks.Calendars;

namespace JobMgmt.Networks.Tests.Calendars;

/// <summary>A store in which every call waits for its turn, so that a test says in which order several writers come to it.</summary>
internal sealed class TurnwiseCalendarStore(StoredCalendar first) : ICalendarStore
{
    private readonly List<StoredCalendar> _versions = [first];
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>The newest version.</summary>
    public StoredCalendar Newest => _versions[^1];

    /// <summary>How many calls wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Reads the newest version, as a writer does before its change.</summary>
    public async Task<(long Number, StoredCalendar Version)> ReadAsync()
    {
        await TurnAsync().ConfigureAwait(false);
        return (_versions.Count, Newest);
    }

    /// <inheritdoc/>
    public async Task<long> PutAsync(StoredCalendar version, CancellationToken cancellationToken)
    {
        await TurnAsync().ConfigureAwait(false);
        _versions.Add(StoredCalendar.Read(version.Write(), version.Calendar.Name));
        return _versions.Count;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyValuePair<long, StoredCalendar>>> ReadVersionsAsync(CancellationToken cancellationToken)
    {
        await TurnAsync().ConfigureAwait(false);
        return _versions.Select((version, i) => KeyValuePair.Create(i + 1L, version)).ToArray();
    }

    /// <summary>Lets one of the waiting calls go on.</summary>
    public void Let(int which)
    {
        var turn = _waiting[which];
        _waiting.RemoveAt(which);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // so that what waits goes on here, until it waits again
        turn.SetResult();
        SynchronizationContext.SetSynchronizationContext(context);
    }

    private Task TurnAsync()
    {
        var turn = new TaskCompletionSource();
        _waiting.Add(turn);
        return turn.Task;
    }
}
