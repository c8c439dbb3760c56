using Amazon.Runtime;
using JobMgmt.Aws.Protocols;
using JobMgmt.Aws.Scheduler.Model;

namespace JobMgmt.Aws.Scheduler;

/// <summary>The client of Amazon EventBridge Scheduler, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonSchedulerClient : AwsServiceClient, IAmazonScheduler
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonSchedulerClient(AWSCredentials credentials, AmazonSchedulerConfig config)
        : base(credentials, config)
    {
        Paginators = new SchedulerPaginatorFactory(this);
    }

    /// <inheritdoc/>
    public SchedulerPaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateScheduleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetScheduleResponse> GetScheduleAsync(GetScheduleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetScheduleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateScheduleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteScheduleResponse> DeleteScheduleAsync(DeleteScheduleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteScheduleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListSchedulesResponse> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListSchedulesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateScheduleGroupResponse> CreateScheduleGroupAsync(CreateScheduleGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateScheduleGroupResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetScheduleGroupResponse> GetScheduleGroupAsync(GetScheduleGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetScheduleGroupResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteScheduleGroupResponse> DeleteScheduleGroupAsync(DeleteScheduleGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteScheduleGroupResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListScheduleGroupsResponse> ListScheduleGroupsAsync(ListScheduleGroupsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListScheduleGroupsResponse>(request, cancellationToken);

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
