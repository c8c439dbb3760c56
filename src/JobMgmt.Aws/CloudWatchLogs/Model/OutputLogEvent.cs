using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A log event as read from one stream.</summary>
public sealed class OutputLogEvent
{
    /// <summary>When it happened (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? Timestamp { get; set; }

    /// <summary>The text.</summary>
    public string? Message { get; set; }

    /// <summary>When it came in (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? IngestionTime { get; set; }
}
