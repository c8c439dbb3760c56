namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of DescribeResourcePolicies.</summary>
public sealed class DescribeResourcePoliciesRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Items a page.</summary>
    public int? Limit { get; set; }

    /// <summary>The tagged resource.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>Account-wide or for one resource.</summary>
    public PolicyScope? PolicyScope { get; set; }
}
