using Amazon;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The entity that log events belong to.</summary>
public sealed class Entity
{
    /// <summary>The entity's key attributes.</summary>
    public Dictionary<string, string>? KeyAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Further attributes.</summary>
    public Dictionary<string, string>? Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
