namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of DeleteStateMachineVersion.</summary>
public sealed class DeleteStateMachineVersionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The version.</summary>
    public string StateMachineVersionArn { get; set; } = null!;
}
