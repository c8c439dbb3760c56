namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The role taken on for a task.</summary>
public sealed class TaskCredentials
{
    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }
}
