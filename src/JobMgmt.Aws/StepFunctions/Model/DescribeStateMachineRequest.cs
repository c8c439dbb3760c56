namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of DescribeStateMachine.</summary>
public sealed class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>Whether the definition and data are in the answer.</summary>
    public IncludedData? IncludedData { get; set; }
}
