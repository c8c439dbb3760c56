namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Details of TaskStartFailed.</summary>
public sealed class TaskStartFailedEventDetails
{
    /// <summary>The service, such as states or aws-sdk:ssm.</summary>
    public string ResourceType { get; set; } = null!;

    /// <summary>The resource, such as startExecution.sync:2.</summary>
    public string Resource { get; set; } = null!;

    /// <summary>The error name; at most 256 characters.</summary>
    public string? Error { get; set; }

    /// <summary>The cause; at most 32,768 characters.</summary>
    public string? Cause { get; set; }
}
