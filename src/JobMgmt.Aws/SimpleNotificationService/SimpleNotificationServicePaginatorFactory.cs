using JobMgmt.Aws.SimpleNotificationService.Model;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>Makes paginators for Amazon Simple Notification Service.</summary>
public sealed class SimpleNotificationServicePaginatorFactory
{
    private readonly IAmazonSimpleNotificationService _client;

    internal SimpleNotificationServicePaginatorFactory(IAmazonSimpleNotificationService client) => _client = client;

    /// <summary>The pages of ListSubscriptionsByTopic. The request is changed as they are read.</summary>
    public ListSubscriptionsByTopicPaginator ListSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) => new(_client, request);
}
