namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Where a state machine's log goes.</summary>
public sealed class LogDestination
{
    /// <summary>The log group.</summary>
    public CloudWatchLogsLogGroup? CloudWatchLogsLogGroup { get; set; }
}
