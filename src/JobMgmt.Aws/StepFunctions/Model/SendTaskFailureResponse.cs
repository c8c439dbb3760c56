using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of SendTaskFailure.</summary>
public sealed class SendTaskFailureResponse : AmazonWebServiceResponse;
