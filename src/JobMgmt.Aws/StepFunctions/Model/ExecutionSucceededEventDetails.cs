namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of ExecutionSucceeded.</summary>
public sealed class ExecutionSucceededEventDetails
{
    /// <summary>The output: JSON text; null unless it succeeded.</summary>
    public string? Output { get; set; }

    /// <summary>Whether the output is whole.</summary>
    public HistoryEventExecutionDataDetails? OutputDetails { get; set; }
}
