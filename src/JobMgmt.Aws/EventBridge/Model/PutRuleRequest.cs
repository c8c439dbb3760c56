using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of PutRule.</summary>
public sealed class PutRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>cron(...) or rate(...), in UTC.</summary>
    public string? ScheduleExpression { get; set; }

    /// <summary>The event pattern: JSON text.</summary>
    public string? EventPattern { get; set; }

    /// <summary>Whether the rule is on; absent means on.</summary>
    public RuleState? State { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }
}
