namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DescribeConnection.</summary>
public sealed class DescribeConnectionRequest : AmazonEventBridgeRequest
{
    /// <summary>The connection's name.</summary>
    public string Name { get; set; } = null!;
}
