using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The answer of CreateStateMachine.</summary>
public sealed class CreateStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The version, where one is meant.</summary>
    public string? StateMachineVersionArn { get; set; }
}
