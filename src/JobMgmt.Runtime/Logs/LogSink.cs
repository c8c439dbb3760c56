using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Logs;

/// <summary>Writes the runtime's own log events into the store.</summary>
internal sealed class LogSink(TimeProvider time) : ILogSink
{
    public void Append(StoreConnection connection, string group, string stream, IReadOnlyList<LogEvent> events)
    {
        var now = time.GetUtcNow();
        var groupId = LogStore.FindGroup(connection, group)?.Id ?? LogStore.AddGroup(connection, group, now, "{}");
        var streamId = LogStore.FindStream(connection, groupId, stream)?.Id ?? LogStore.AddStream(connection, groupId, stream, now);
        LogStore.Append(connection, streamId, events, now);
    }
}
