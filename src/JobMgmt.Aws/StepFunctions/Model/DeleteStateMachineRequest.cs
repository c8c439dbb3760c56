namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of DeleteStateMachine.</summary>
public sealed class DeleteStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;
}
