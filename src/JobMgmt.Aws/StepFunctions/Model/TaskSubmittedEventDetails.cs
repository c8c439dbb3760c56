namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of TaskSubmitted.</summary>
public sealed class TaskSubmittedEventDetails
{
    /// <summary>The service, such as states or aws-sdk:ssm.</summary>
    public string ResourceType { get; set; } = null!;

    /// <summary>The resource, such as startExecution.sync:2.</summary>
    public string Resource { get; set; } = null!;

    /// <summary>The output: JSON text; null unless it succeeded.</summary>
    public string? Output { get; set; }

    /// <summary>Whether the output is whole.</summary>
    public HistoryEventExecutionDataDetails? OutputDetails { get; set; }
}
