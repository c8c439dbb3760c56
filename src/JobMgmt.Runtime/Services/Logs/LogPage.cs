using System.Text;
using JobMgmt.Runtime.Logs;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>How much one page of events holds: 10,000 events or fewer, 1 MiB. It is filled event by event, so that no more than a page is ever read.</summary>
/// <param name="most">The most events.</param>
internal sealed class LogPage(int most)
{
    public const int MostEvents = 10_000;
    private const int MostBytes = 1_048_576;
    private int _events;
    private int _bytes;

    /// <summary>Whether an event was not taken: there is more than this page.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes an event if there is room for it; for the first there always is.</summary>
    public bool Take(LogEventRow entry)
    {
        _bytes += Encoding.UTF8.GetByteCount(entry.Message);
        IsFull = _events == most || (_bytes > MostBytes && _events > 0);
        _events++;
        return !IsFull;
    }
}
