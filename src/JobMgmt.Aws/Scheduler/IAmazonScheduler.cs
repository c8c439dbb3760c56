using Amazon.Runtime;
using JobMgmt.Aws.Scheduler.Model;

namespace JobMgmt.Aws.Scheduler;

/// <summary>
/// Amazon EventBridge Scheduler. Every call throws AmazonSchedulerException (or a class of its own in Model) for what the service refuses and AmazonClientException when it
/// cannot be reached.
/// </summary>
public interface IAmazonScheduler : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    SchedulerPaginatorFactory Paginators { get; }

    /// <summary>Creates a schedule.</summary>
    Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a schedule.</summary>
    Task<GetScheduleResponse> GetScheduleAsync(GetScheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces a schedule; members left out are reset.</summary>
    Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a schedule.</summary>
    Task<DeleteScheduleResponse> DeleteScheduleAsync(DeleteScheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists schedules, of one group or all.</summary>
    Task<ListSchedulesResponse> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a group.</summary>
    Task<CreateScheduleGroupResponse> CreateScheduleGroupAsync(CreateScheduleGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a group.</summary>
    Task<GetScheduleGroupResponse> GetScheduleGroupAsync(GetScheduleGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a group with its schedules.</summary>
    Task<DeleteScheduleGroupResponse> DeleteScheduleGroupAsync(DeleteScheduleGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists groups.</summary>
    Task<ListScheduleGroupsResponse> ListScheduleGroupsAsync(ListScheduleGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites tags of a group.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags of a group.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a group's tags.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
