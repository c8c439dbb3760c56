namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DescribeApiDestination.</summary>
public sealed class DescribeApiDestinationRequest : AmazonEventBridgeRequest
{
    /// <summary>The API destination's name.</summary>
    public string Name { get; set; } = null!;
}
