namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of LambdaFunctionScheduled.</summary>
public sealed class LambdaFunctionScheduledEventDetails
{
    /// <summary>The resource, such as startExecution.sync:2.</summary>
    public string Resource { get; set; } = null!;

    /// <summary>The input: JSON text of at most 262,144 UTF-8 bytes.</summary>
    public string? Input { get; set; }

    /// <summary>Whether the input is whole.</summary>
    public HistoryEventExecutionDataDetails? InputDetails { get; set; }

    /// <summary>The timeout in seconds.</summary>
    public long? TimeoutInSeconds { get; set; }

    /// <summary>The role taken on for the task.</summary>
    public TaskCredentials? TaskCredentials { get; set; }
}
