namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DeleteApiDestination.</summary>
public sealed class DeleteApiDestinationRequest : AmazonEventBridgeRequest
{
    /// <summary>The API destination's name.</summary>
    public string Name { get; set; } = null!;
}
