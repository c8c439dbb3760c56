namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Whether an event's data is whole.</summary>
public sealed class HistoryEventExecutionDataDetails
{
    /// <summary>True when the data was cut.</summary>
    public bool? Truncated { get; set; }
}
