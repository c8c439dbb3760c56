using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Logs;

/// <summary>Where the runtime's own services write log events (Run Command's output, rule targets).</summary>
internal interface ILogSink
{
    /// <summary>Appends events, in order, in the caller's transaction; the group and the stream are made where they are not there.</summary>
    void Append(StoreConnection connection, string group, string stream, IReadOnlyList<LogEvent> events);
}
