namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of ExecutionRedriven.</summary>
public sealed class ExecutionRedrivenEventDetails
{
    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; set; }
}
