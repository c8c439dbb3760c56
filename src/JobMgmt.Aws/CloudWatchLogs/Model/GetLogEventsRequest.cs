using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of GetLogEvents.</summary>
public sealed class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The log group by name or ARN; instead of LogGroupName.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>The log stream's name.</summary>
    public string LogStreamName { get; set; } = null!;

    /// <summary>From this time on.</summary>
    [EpochMilliseconds]
    public DateTime? StartTime { get; set; }

    /// <summary>Up to, not including, this time.</summary>
    [EpochMilliseconds]
    public DateTime? EndTime { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Events a page, at most 10,000 or 1 MiB.</summary>
    public int? Limit { get; set; }

    /// <summary>True to read from the oldest event; otherwise the newest page comes first.</summary>
    public bool? StartFromHead { get; set; }

    /// <summary>True to see masked data.</summary>
    public bool? Unmask { get; set; }
}
