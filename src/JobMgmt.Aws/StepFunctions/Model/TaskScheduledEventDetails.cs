namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of TaskScheduled.</summary>
public sealed class TaskScheduledEventDetails
{
    /// <summary>The service, such as states or aws-sdk:ssm.</summary>
    public string ResourceType { get; set; } = null!;

    /// <summary>The resource, such as startExecution.sync:2.</summary>
    public string Resource { get; set; } = null!;

    /// <summary>The Region.</summary>
    public string Region { get; set; } = null!;

    /// <summary>The parameters sent, as JSON text.</summary>
    public string Parameters { get; set; } = null!;

    /// <summary>The timeout in seconds.</summary>
    public long? TimeoutInSeconds { get; set; }

    /// <summary>The heartbeat interval in seconds.</summary>
    public long? HeartbeatInSeconds { get; set; }

    /// <summary>The role taken on for the task.</summary>
    public TaskCredentials? TaskCredentials { get; set; }
}
