namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A log event as found in a group.</summary>
public sealed class FilteredLogEvent
{
    /// <summary>The log stream's name.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>When it happened, in milliseconds since 1970.</summary>
    public long? Timestamp { get; set; }

    /// <summary>The text.</summary>
    public string? Message { get; set; }

    /// <summary>When it came in, in milliseconds since 1970.</summary>
    public long? IngestionTime { get; set; }

    /// <summary>The event's id.</summary>
    public string? EventId { get; set; }
}
