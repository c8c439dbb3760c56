using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Settings of the Amazon EventBridge client; the SDK's own.</summary>
public sealed class AmazonEventBridgeConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonEventBridgeConfig()
        : base(EventBridgeService.Description)
    {
    }
}
