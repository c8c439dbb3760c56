namespace JobMgmt.Runtime.Logs;

/// <summary>One log event.</summary>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Message">Its text, without a line end.</param>
internal sealed record LogEvent(DateTimeOffset Timestamp, string Message);
