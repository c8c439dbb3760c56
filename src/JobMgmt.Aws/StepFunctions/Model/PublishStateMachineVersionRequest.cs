namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The parameters of PublishStateMachineVersion. A revision that has a version already is not published again: its version is the answer.</summary>
public sealed class PublishStateMachineVersionRequest : AmazonStepFunctionsRequest
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The revision that has to be the current one; null: whatever it is.</summary>
    public string? RevisionId { get; set; }

    /// <summary>The version's description, up to 256 characters.</summary>
    public string? Description { get; set; }
}
