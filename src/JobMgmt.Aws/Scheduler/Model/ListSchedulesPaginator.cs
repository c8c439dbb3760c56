using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The pages of ListSchedules, as answers or as what they list; may be read once.</summary>
public sealed class ListSchedulesPaginator
{
    internal ListSchedulesPaginator(IAmazonScheduler client, ListSchedulesRequest request)
    {
        var paginator = new Paginator<ListSchedulesResponse, ScheduleSummary>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListSchedulesAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Schedules);
        Responses = new PaginatedResponse<ListSchedulesResponse>(paginator);
        Schedules = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListSchedulesResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<ScheduleSummary> Schedules { get; }
}
