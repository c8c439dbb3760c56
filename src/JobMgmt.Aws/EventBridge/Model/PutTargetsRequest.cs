using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of PutTargets.</summary>
public sealed class PutTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; set; } = null!;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The targets, at most 5 a rule.</summary>
    public List<Target> Targets { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
