namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of ListTargetsByRule.</summary>
public sealed class ListTargetsByRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; set; } = null!;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Items a page.</summary>
    public int? Limit { get; set; }
}
