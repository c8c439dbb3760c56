namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>A subscription to a topic.</summary>
public sealed class Subscription
{
    /// <summary>The subscription's ARN, or <c>PendingConfirmation</c>.</summary>
    public string? SubscriptionArn { get; set; }

    /// <summary>The account.</summary>
    public string? Owner { get; set; }

    /// <summary>email, sqs, https, …</summary>
    public string? Protocol { get; set; }

    /// <summary>The address.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The topic's ARN.</summary>
    public string? TopicArn { get; set; }
}
