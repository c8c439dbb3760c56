namespace JobMgmt.Runtime.Logs;

/// <summary>A stored log group. Times are epoch milliseconds, as Logs has them.</summary>
internal sealed record LogGroupRow(long Id, string Name, long Created, long? RetentionDays, string Tags);
