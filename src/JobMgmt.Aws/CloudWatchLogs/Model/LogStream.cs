using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A log stream.</summary>
public sealed class LogStream
{
    /// <summary>The log stream's name.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>When it was created (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? CreationTime { get; set; }

    /// <summary>The first event's time (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? FirstEventTimestamp { get; set; }

    /// <summary>The last event's time (UTC); may lag by an hour.</summary>
    [EpochMilliseconds]
    public DateTime? LastEventTimestamp { get; set; }

    /// <summary>When an event last came in (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? LastIngestionTime { get; set; }

    /// <summary>No longer used by AWS.</summary>
    public string? UploadSequenceToken { get; set; }

    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>Bytes stored.</summary>
    public long? StoredBytes { get; set; }
}
