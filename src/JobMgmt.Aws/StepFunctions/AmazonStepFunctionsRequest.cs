using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Base of the requests of AWS Step Functions.</summary>
public abstract class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
