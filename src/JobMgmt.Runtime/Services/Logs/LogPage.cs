using System.Text;
using JobMgmt.Runtime.Logs;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>How much one page of events holds: 10,000 events, 1 MiB.</summary>
internal static class LogPage
{
    public const int MostEvents = 10_000;
    private const int MostBytes = 1_048_576;

    /// <summary>The events that fit in a page; the first always does.</summary>
    public static List<LogEventRow> Fit(List<LogEventRow> events)
    {
        var bytes = 0;
        for (var i = 0; i < events.Count; i++)
        {
            bytes += Encoding.UTF8.GetByteCount(events[i].Message);
            if (bytes > MostBytes && i > 0)
            {
                return events.GetRange(0, i);
            }
        }

        return events;
    }
}
