namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>What requests are authorized with. In answers the secrets are missing.</summary>
public sealed class ConnectionAuthParameters
{
    /// <summary>A header with a key.</summary>
    public ConnectionApiKeyAuthParameters? ApiKeyAuthParameters { get; set; }
}
