using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of TagResource.</summary>
public sealed class TagResourceResponse : AmazonWebServiceResponse;
