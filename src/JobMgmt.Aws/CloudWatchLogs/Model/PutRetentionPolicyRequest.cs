namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of PutRetentionPolicy.</summary>
public sealed class PutRetentionPolicyRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string LogGroupName { get; set; } = null!;

    /// <summary>
    /// Days that events are kept; null means for ever. 1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1096 1827 2192 2557 2922 3288
    /// 3653.
    /// </summary>
    public int? RetentionInDays { get; set; }
}
