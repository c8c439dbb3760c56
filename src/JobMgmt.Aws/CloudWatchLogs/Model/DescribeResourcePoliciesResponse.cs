using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of DescribeResourcePolicies.</summary>
public sealed class DescribeResourcePoliciesResponse : AmazonWebServiceResponse
{
    /// <summary>The policies of this page.</summary>
    public List<ResourcePolicy>? ResourcePolicies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
