using Amazon;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of FilterLogEvents.</summary>
public sealed class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The log group by name or ARN; instead of LogGroupName.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>Only these log streams, at most 100.</summary>
    public List<string>? LogStreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Only log streams whose names begin so.</summary>
    public string? LogStreamNamePrefix { get; set; }

    /// <summary>From this time on, in milliseconds since 1970.</summary>
    public long? StartTime { get; set; }

    /// <summary>Up to this time, in milliseconds since 1970.</summary>
    public long? EndTime { get; set; }

    /// <summary>The filter pattern.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Events a page, at most 10,000 or 1 MiB.</summary>
    public int? Limit { get; set; }

    /// <summary>Ignored by AWS: results are always interleaved.</summary>
    public bool? Interleaved { get; set; }

    /// <summary>True to see masked data.</summary>
    public bool? Unmask { get; set; }
}
