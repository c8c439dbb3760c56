namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>A header with a key.</summary>
public sealed class ConnectionApiKeyAuthParameters
{
    /// <summary>The header's name.</summary>
    public string ApiKeyName { get; set; } = null!;

    /// <summary>The key; not in answers.</summary>
    public string? ApiKeyValue { get; set; }
}
