namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of DescribeLogStreams.</summary>
public sealed class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The log group by name or ARN; instead of LogGroupName.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>Only log streams whose names begin so.</summary>
    public string? LogStreamNamePrefix { get; set; }

    /// <summary>The order; LastEventTime excludes a prefix.</summary>
    public OrderBy? OrderBy { get; set; }

    /// <summary>True for descending order.</summary>
    public bool? Descending { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Items a page, 1 to 50; absent means 50.</summary>
    public int? Limit { get; set; }
}
