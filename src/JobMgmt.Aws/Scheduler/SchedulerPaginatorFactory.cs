using JobMgmt.Aws.Scheduler.Model;

namespace JobMgmt.Aws.Scheduler;

/// <summary>Makes paginators for Amazon EventBridge Scheduler.</summary>
public sealed class SchedulerPaginatorFactory
{
    private readonly IAmazonScheduler _client;

    internal SchedulerPaginatorFactory(IAmazonScheduler client) => _client = client;

    /// <summary>The pages of ListSchedules. The request is changed as they are read.</summary>
    public ListSchedulesPaginator ListSchedules(ListSchedulesRequest request) => new(_client, request);

    /// <summary>The pages of ListScheduleGroups. The request is changed as they are read.</summary>
    public ListScheduleGroupsPaginator ListScheduleGroups(ListScheduleGroupsRequest request) => new(_client, request);
}
