using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of DeleteStateMachineVersion.</summary>
public sealed class DeleteStateMachineVersionResponse : AmazonWebServiceResponse;
