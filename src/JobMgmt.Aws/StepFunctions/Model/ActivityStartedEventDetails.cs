namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of ActivityStarted.</summary>
public sealed class ActivityStartedEventDetails
{
    /// <summary>The worker that took the activity task.</summary>
    public string? WorkerName { get; set; }
}
