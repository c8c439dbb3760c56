using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of ListTargetsByRule.</summary>
public sealed class ListTargetsByRuleResponse : AmazonWebServiceResponse
{
    /// <summary>The targets, at most 5 a rule.</summary>
    public List<Target>? Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
