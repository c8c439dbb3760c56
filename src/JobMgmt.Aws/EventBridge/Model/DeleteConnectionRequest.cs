namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DeleteConnection.</summary>
public sealed class DeleteConnectionRequest : AmazonEventBridgeRequest
{
    /// <summary>The connection's name.</summary>
    public string Name { get; set; } = null!;
}
