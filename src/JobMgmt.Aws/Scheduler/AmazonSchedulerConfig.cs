using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.Scheduler;

/// <summary>Settings of the Amazon EventBridge Scheduler client; the SDK's own.</summary>
public sealed class AmazonSchedulerConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonSchedulerConfig()
        : base(SchedulerService.Description)
    {
    }
}
