using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Logging;

/// <summary>Writes executions' events into the log group of their state machine, in the form in which AWS delivers them. A group that is deleted gets none.</summary>
internal sealed class ExecutionLog(ILogSink sink)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<long, LogDestination?> _destinations = new();

    /// <summary>Writes a step's events, in the step's own transaction.</summary>
    public void Write(StoreConnection connection, ExecutionRecord execution, IReadOnlyList<HistoryEvent> events)
    {
        if (Destination(connection, execution.Revision) is not { } destination)
        {
            return;
        }

        var entries = events.Where(item => destination.Takes(item.Type))
            .Select(item => new LogEvent(item.Timestamp, Message(execution, item, destination.IncludesData).ToString())).ToArray();
        if (entries.Length > 0 && LogStore.FindGroup(connection, destination.Group) is not null)
        {
            sink.Append(connection, destination.Group, Stream(execution), entries);
        }
    }

    private static JsonObject Message(ExecutionRecord execution, HistoryEvent item, bool hasData) => JsonObject.Of(
        ("id", Text(item.Id)),
        ("type", item.Type),
        ("details", item.Details is null ? JsonObject.Empty : hasData ? item.Details : ExecutionEvents.WithoutMembers(item.Details)),
        ("previous_event_id", Text(item.PreviousEventId)),
        ("event_timestamp", Text(item.Timestamp.ToUnixTimeMilliseconds())),
        ("execution_arn", execution.Arn),
        ("redrive_count", Text(execution.RedriveCount)));

    /// <summary><c>states/MACHINE/MINUTE/ID</c>: executions that start in the same minute share a stream.</summary>
    private static string Stream(ExecutionRecord execution)
    {
        var minute = execution.Started.UtcDateTime.ToString("yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(execution.StateMachineArn)).AsSpan(0, 4));
        return $"states/{execution.StateMachineName}/{minute}/{id}";
    }

    private LogDestination? Destination(StoreConnection connection, long revision)
    {
        if (_destinations.Count > Most)
        {
            _destinations.Clear();
        }

        return _destinations.GetOrAdd(revision, key => StateMachineStore.FindRevision(connection, key) is { } stored ? LogDestination.Of(stored.Logging) : null);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
