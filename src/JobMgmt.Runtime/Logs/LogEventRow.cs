namespace JobMgmt.Runtime.Logs;

/// <summary>A stored log event.</summary>
internal sealed record LogEventRow(long Id, string Stream, long Timestamp, long Ingestion, string Message);
