namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>An execution in a list.</summary>
public sealed class ExecutionListItem
{
    /// <summary>The execution.</summary>
    public string ExecutionArn { get; set; } = null!;

    /// <summary>The state machine.</summary>
    public string StateMachineArn { get; set; } = null!;

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The status.</summary>
    public ExecutionStatus Status { get; set; } = null!;

    /// <summary>When it began (UTC).</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>When it ended (UTC); null while it runs.</summary>
    public DateTime? StopDate { get; set; }

    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }

    /// <summary>Items of a Map Run's child.</summary>
    public int? ItemCount { get; set; }

    /// <summary>The version, where one is meant.</summary>
    public string? StateMachineVersionArn { get; set; }

    /// <summary>The alias, where one was started.</summary>
    public string? StateMachineAliasArn { get; set; }

    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; set; }

    /// <summary>When it was last redriven (UTC).</summary>
    public DateTime? RedriveDate { get; set; }
}
