namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of DeleteLogGroup.</summary>
public sealed class DeleteLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string LogGroupName { get; set; } = null!;
}
