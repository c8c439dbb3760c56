using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The pages of FilterLogEvents, as answers or as what they list; may be read once.</summary>
public sealed class FilterLogEventsPaginator
{
    internal FilterLogEventsPaginator(IAmazonCloudWatchLogs client, FilterLogEventsRequest request)
    {
        var paginator = new Paginator<FilterLogEventsResponse, FilteredLogEvent>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.FilterLogEventsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Events);
        Responses = new PaginatedResponse<FilterLogEventsResponse>(paginator);
        Events = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<FilterLogEventsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<FilteredLogEvent> Events { get; }
}
