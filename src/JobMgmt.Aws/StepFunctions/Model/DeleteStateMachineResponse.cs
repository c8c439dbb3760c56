using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of DeleteStateMachine.</summary>
public sealed class DeleteStateMachineResponse : AmazonWebServiceResponse;
