using Amazon.Runtime;
using JobMgmt.Aws.SimpleNotificationService.Model;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>
/// Amazon Simple Notification Service, the operations that JobMgmt uses. Every call throws AmazonSimpleNotificationServiceException (or a class of its own in Model) for what the service
/// refuses and AmazonClientException when it cannot be reached.
/// </summary>
public interface IAmazonSimpleNotificationService : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    SimpleNotificationServicePaginatorFactory Paginators { get; }

    /// <summary>Makes a topic, or finds the one of that name.</summary>
    Task<CreateTopicResponse> CreateTopicAsync(CreateTopicRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a topic and its subscriptions. Deleting a missing one succeeds.</summary>
    Task<DeleteTopicResponse> DeleteTopicAsync(DeleteTopicRequest request, CancellationToken cancellationToken = default);

    /// <summary>Subscribes to a topic. A mail address has to be confirmed by its owner.</summary>
    Task<SubscribeResponse> SubscribeAsync(SubscribeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription.</summary>
    Task<UnsubscribeResponse> UnsubscribeAsync(UnsubscribeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the subscriptions to a topic.</summary>
    Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a topic's tags.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
