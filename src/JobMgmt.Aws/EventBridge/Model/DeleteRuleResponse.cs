using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of DeleteRule.</summary>
public sealed class DeleteRuleResponse : AmazonWebServiceResponse;
