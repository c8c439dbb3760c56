namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of MapRunRedriven.</summary>
public sealed class MapRunRedrivenEventDetails
{
    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }

    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; set; }
}
