namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of MapRunStarted.</summary>
public sealed class MapRunStartedEventDetails
{
    /// <summary>The Map Run, for a child of a Distributed Map.</summary>
    public string? MapRunArn { get; set; }
}
