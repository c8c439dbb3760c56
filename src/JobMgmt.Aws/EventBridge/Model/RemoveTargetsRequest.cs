using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of RemoveTargets.</summary>
public sealed class RemoveTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; set; } = null!;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The ids of the targets.</summary>
    public List<string> Ids { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;

    /// <summary>True to touch a rule that an AWS service manages.</summary>
    public bool? Force { get; set; }
}
