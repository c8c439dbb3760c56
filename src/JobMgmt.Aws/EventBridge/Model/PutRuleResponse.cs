using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of PutRule.</summary>
public sealed class PutRuleResponse : AmazonWebServiceResponse
{
    /// <summary>The rule's ARN.</summary>
    public string? RuleArn { get; set; }
}
