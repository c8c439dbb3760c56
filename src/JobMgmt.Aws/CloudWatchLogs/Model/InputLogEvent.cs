using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A log event to put: at most 1 MB.</summary>
public sealed class InputLogEvent
{
    /// <summary>When it happened (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? Timestamp { get; set; }

    /// <summary>The text.</summary>
    public string Message { get; set; } = null!;
}
