namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Whether assigned variables are whole.</summary>
public sealed class AssignedVariablesDetails
{
    /// <summary>True when the data was cut.</summary>
    public bool? Truncated { get; set; }
}
