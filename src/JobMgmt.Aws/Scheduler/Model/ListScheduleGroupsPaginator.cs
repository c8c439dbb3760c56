using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The pages of ListScheduleGroups, as answers or as what they list; may be read once.</summary>
public sealed class ListScheduleGroupsPaginator
{
    internal ListScheduleGroupsPaginator(IAmazonScheduler client, ListScheduleGroupsRequest request)
    {
        var paginator = new Paginator<ListScheduleGroupsResponse, ScheduleGroupSummary>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListScheduleGroupsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.ScheduleGroups);
        Responses = new PaginatedResponse<ListScheduleGroupsResponse>(paginator);
        ScheduleGroups = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListScheduleGroupsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<ScheduleGroupSummary> ScheduleGroups { get; }
}
