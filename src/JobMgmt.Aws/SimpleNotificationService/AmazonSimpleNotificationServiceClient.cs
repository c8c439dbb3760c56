using Amazon.Runtime;
using JobMgmt.Aws.Protocols;
using JobMgmt.Aws.SimpleNotificationService.Model;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>The client of Amazon Simple Notification Service, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonSimpleNotificationServiceClient : AwsServiceClient, IAmazonSimpleNotificationService
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig config)
        : base(credentials, config)
    {
        Paginators = new SimpleNotificationServicePaginatorFactory(this);
    }

    /// <inheritdoc/>
    public SimpleNotificationServicePaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<CreateTopicResponse> CreateTopicAsync(CreateTopicRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateTopicResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteTopicResponse> DeleteTopicAsync(DeleteTopicRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteTopicResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<SubscribeResponse> SubscribeAsync(SubscribeRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<SubscribeResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UnsubscribeResponse> UnsubscribeAsync(UnsubscribeRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UnsubscribeResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListSubscriptionsByTopicResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceResponse>(request, cancellationToken);
}
