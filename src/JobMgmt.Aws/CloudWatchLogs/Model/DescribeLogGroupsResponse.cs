using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of DescribeLogGroups.</summary>
public sealed class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>The log groups of this page.</summary>
    public List<LogGroup>? LogGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
