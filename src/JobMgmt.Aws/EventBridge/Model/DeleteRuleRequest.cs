namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DeleteRule.</summary>
public sealed class DeleteRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>True to touch a rule that an AWS service manages.</summary>
    public bool? Force { get; set; }
}
