using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of ListRules.</summary>
public sealed class ListRulesResponse : AmazonWebServiceResponse
{
    /// <summary>The rules of this page.</summary>
    public List<Rule>? Rules { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
