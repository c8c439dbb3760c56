using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>Settings of the Amazon Simple Notification Service client; the SDK's own.</summary>
public sealed class AmazonSimpleNotificationServiceConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonSimpleNotificationServiceConfig()
        : base(SimpleNotificationServiceService.Description)
    {
    }
}
