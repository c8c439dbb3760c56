using Amazon.Runtime;
using JobMgmt.Aws.EventBridge.Model;

namespace JobMgmt.Aws.EventBridge;

/// <summary>
/// Amazon EventBridge, the operations that JobMgmt uses. Every call throws AmazonEventBridgeException (or a class of its own in
/// Model) for what the service refuses and AmazonClientException when it cannot be reached.
/// </summary>
public interface IAmazonEventBridge : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    EventBridgePaginatorFactory Paginators { get; }

    /// <summary>Creates or updates a rule; members left out are reset. Tags apply only when it is created.</summary>
    Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a rule.</summary>
    Task<DescribeRuleResponse> DescribeRuleAsync(DescribeRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the rules of an event bus.</summary>
    Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a rule that has no targets. Deleting a missing one succeeds.</summary>
    Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Whether an event pattern matches an event; a pattern that is not valid is refused.</summary>
    Task<TestEventPatternResponse> TestEventPatternAsync(TestEventPatternRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites targets of a rule. Answers 200 even when entries fail: look at FailedEntryCount.</summary>
    Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes targets of a rule. Answers 200 even when entries fail: look at FailedEntryCount.</summary>
    Task<RemoveTargetsResponse> RemoveTargetsAsync(RemoveTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the targets of a rule.</summary>
    Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts events on a bus. Answers 200 even when entries fail: look at FailedEntryCount.</summary>
    Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a connection; its keys are kept as a secret.</summary>
    Task<CreateConnectionResponse> CreateConnectionAsync(CreateConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a connection; what is left out stays.</summary>
    Task<UpdateConnectionResponse> UpdateConnectionAsync(UpdateConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a connection.</summary>
    Task<DeleteConnectionResponse> DeleteConnectionAsync(DeleteConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a connection, without secrets.</summary>
    Task<DescribeConnectionResponse> DescribeConnectionAsync(DescribeConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes an API destination.</summary>
    Task<CreateApiDestinationResponse> CreateApiDestinationAsync(CreateApiDestinationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes an API destination; what is left out stays.</summary>
    Task<UpdateApiDestinationResponse> UpdateApiDestinationAsync(UpdateApiDestinationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an API destination.</summary>
    Task<DeleteApiDestinationResponse> DeleteApiDestinationAsync(DeleteApiDestinationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an API destination.</summary>
    Task<DescribeApiDestinationResponse> DescribeApiDestinationAsync(DescribeApiDestinationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites tags of a rule.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags of a rule.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a rule's tags.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
