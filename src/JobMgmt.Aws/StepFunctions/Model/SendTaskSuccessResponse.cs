using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of SendTaskSuccess.</summary>
public sealed class SendTaskSuccessResponse : AmazonWebServiceResponse;
