namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of CreateLogStream.</summary>
public sealed class CreateLogStreamRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string LogGroupName { get; set; } = null!;

    /// <summary>The log stream's name.</summary>
    public string LogStreamName { get; set; } = null!;
}
