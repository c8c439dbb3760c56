using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>Settings of the Amazon CloudWatch Logs client; the SDK's own.</summary>
public sealed class AmazonCloudWatchLogsConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudWatchLogsConfig()
        : base(CloudWatchLogsService.Description)
    {
    }
}
