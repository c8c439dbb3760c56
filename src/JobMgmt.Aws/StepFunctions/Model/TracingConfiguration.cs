namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A state machine's tracing.</summary>
public sealed class TracingConfiguration
{
    /// <summary>True when it is on.</summary>
    public bool? Enabled { get; set; }
}
