namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A version of a state machine in a list.</summary>
public sealed class StateMachineVersionListItem
{
    /// <summary>The version.</summary>
    public string StateMachineVersionArn { get; set; } = null!;

    /// <summary>When it was made (UTC).</summary>
    public DateTime? CreationDate { get; set; }
}
