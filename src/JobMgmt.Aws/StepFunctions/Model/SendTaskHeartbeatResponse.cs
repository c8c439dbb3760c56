using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of SendTaskHeartbeat.</summary>
public sealed class SendTaskHeartbeatResponse : AmazonWebServiceResponse;
