namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of UpdateConnection.</summary>
public sealed class UpdateConnectionRequest : AmazonEventBridgeRequest
{
    /// <summary>The connection's name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>How requests are authorized.</summary>
    public ConnectionAuthorizationType? AuthorizationType { get; set; }

    /// <summary>What requests are authorized with.</summary>
    public ConnectionAuthParameters? AuthParameters { get; set; }
}
