using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Base of the requests of Amazon EventBridge.</summary>
public abstract class AmazonEventBridgeRequest : AmazonWebServiceRequest;
