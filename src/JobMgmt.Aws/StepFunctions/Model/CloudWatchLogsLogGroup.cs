namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A log group as a log destination.</summary>
public sealed class CloudWatchLogsLogGroup
{
    /// <summary>The ARN of the log group.</summary>
    public string? LogGroupArn { get; set; }
}
