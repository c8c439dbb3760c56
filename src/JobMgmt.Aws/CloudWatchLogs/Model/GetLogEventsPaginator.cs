using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>
/// The pages of GetLogEvents, as answers or as what they list; may be read once. Set StartFromHead, or only the newest page and what
/// follows it is read; it ends where the stream ends now.
/// </summary>
public sealed class GetLogEventsPaginator
{
    internal GetLogEventsPaginator(IAmazonCloudWatchLogs client, GetLogEventsRequest request)
    {
        var paginator = new Paginator<GetLogEventsResponse, OutputLogEvent>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.GetLogEventsAsync(request, cancellationToken);
            },
            response => response.NextForwardToken,
            response => response.Events);
        Responses = new PaginatedResponse<GetLogEventsResponse>(paginator);
        Events = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<GetLogEventsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<OutputLogEvent> Events { get; }
}
