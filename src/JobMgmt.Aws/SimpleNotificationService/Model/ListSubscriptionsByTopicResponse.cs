using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of ListSubscriptionsByTopic.</summary>
public sealed class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse
{
    /// <summary>The subscriptions of this page.</summary>
    public List<Subscription>? Subscriptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }
}
