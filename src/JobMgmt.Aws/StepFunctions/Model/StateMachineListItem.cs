namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A state machine in a list.</summary>
public sealed class StateMachineListItem
{
    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The type.</summary>
    public StateMachineType Type { get; set; } = null!;

    /// <summary>When it was created (UTC).</summary>
    public DateTime? CreationDate { get; set; }
}
