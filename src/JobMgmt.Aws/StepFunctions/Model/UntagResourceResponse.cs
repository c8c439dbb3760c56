using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of UntagResource.</summary>
public sealed class UntagResourceResponse : AmazonWebServiceResponse;
