using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of TagResource.</summary>
public sealed class TagResourceResponse : AmazonWebServiceResponse;
