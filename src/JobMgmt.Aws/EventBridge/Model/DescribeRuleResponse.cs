using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of DescribeRule.</summary>
public sealed class DescribeRuleResponse : AmazonWebServiceResponse
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>The event pattern: JSON text.</summary>
    public string? EventPattern { get; set; }

    /// <summary>cron(...) or rate(...), in UTC.</summary>
    public string? ScheduleExpression { get; set; }

    /// <summary>Whether the rule is on.</summary>
    public RuleState? State { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }

    /// <summary>The AWS service that made the rule; null for your own.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>The account that made the rule.</summary>
    public string? CreatedBy { get; set; }
}
