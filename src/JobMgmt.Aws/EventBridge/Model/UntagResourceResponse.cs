using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of UntagResource.</summary>
public sealed class UntagResourceResponse : AmazonWebServiceResponse;
