namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of TaskStarted.</summary>
public sealed class TaskStartedEventDetails
{
    /// <summary>The service, such as states or aws-sdk:ssm.</summary>
    public string ResourceType { get; set; } = null!;

    /// <summary>The resource, such as startExecution.sync:2.</summary>
    public string Resource { get; set; } = null!;
}
