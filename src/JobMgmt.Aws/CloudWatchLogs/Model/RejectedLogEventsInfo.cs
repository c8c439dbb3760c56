namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>Which log events were refused.</summary>
public sealed class RejectedLogEventsInfo
{
    /// <summary>Events from this index on are more than 2 hours ahead.</summary>
    public int? TooNewLogEventStartIndex { get; set; }

    /// <summary>Events before this index are more than 14 days old.</summary>
    public int? TooOldLogEventEndIndex { get; set; }

    /// <summary>Events before this index are past the retention.</summary>
    public int? ExpiredLogEventEndIndex { get; set; }
}
