using Amazon.Runtime;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.EventBridge;

/// <summary>The client of Amazon EventBridge, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonEventBridgeClient : AwsServiceClient, IAmazonEventBridge
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig config)
        : base(credentials, config)
    {
        Paginators = new EventBridgePaginatorFactory(this);
    }

    /// <inheritdoc/>
    public EventBridgePaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutRuleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeRuleResponse> DescribeRuleAsync(DescribeRuleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeRuleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListRulesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteRuleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<TestEventPatternResponse> TestEventPatternAsync(TestEventPatternRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TestEventPatternResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutTargetsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<RemoveTargetsResponse> RemoveTargetsAsync(RemoveTargetsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<RemoveTargetsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTargetsByRuleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutEventsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateConnectionResponse> CreateConnectionAsync(CreateConnectionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateConnectionResponse> UpdateConnectionAsync(UpdateConnectionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteConnectionResponse> DeleteConnectionAsync(DeleteConnectionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeConnectionResponse> DescribeConnectionAsync(DescribeConnectionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateApiDestinationResponse> CreateApiDestinationAsync(CreateApiDestinationRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateApiDestinationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateApiDestinationResponse> UpdateApiDestinationAsync(UpdateApiDestinationRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateApiDestinationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteApiDestinationResponse> DeleteApiDestinationAsync(DeleteApiDestinationRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteApiDestinationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeApiDestinationResponse> DescribeApiDestinationAsync(DescribeApiDestinationRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeApiDestinationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UntagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceResponse>(request, cancellationToken);
}
