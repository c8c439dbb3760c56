namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of DescribeRule.</summary>
public sealed class DescribeRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }
}
