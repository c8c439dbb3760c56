namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of Unsubscribe.</summary>
public sealed class UnsubscribeRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The subscription's ARN.</summary>
    public string SubscriptionArn { get; set; } = null!;
}
