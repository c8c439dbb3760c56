using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of DeleteApiDestination.</summary>
public sealed class DeleteApiDestinationResponse : AmazonWebServiceResponse;
