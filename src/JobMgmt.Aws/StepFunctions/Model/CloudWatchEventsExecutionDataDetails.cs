namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Whether an execution's data is whole.</summary>
public sealed class CloudWatchEventsExecutionDataDetails
{
    /// <summary>False when the data was left out for its size.</summary>
    public bool? Included { get; set; }
}
