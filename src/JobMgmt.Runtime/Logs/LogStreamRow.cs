namespace JobMgmt.Runtime.Logs;

/// <summary>A stored log stream.</summary>
internal sealed record LogStreamRow(long Id, string Name, long Created, long? FirstEvent, long? LastEvent, long? LastIngestion);
