namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of ListSubscriptionsByTopic.</summary>
public sealed class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic's ARN.</summary>
    public string TopicArn { get; set; } = null!;

    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }
}
