using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The pages of DescribeLogStreams, as answers or as what they list; may be read once.</summary>
public sealed class DescribeLogStreamsPaginator
{
    internal DescribeLogStreamsPaginator(IAmazonCloudWatchLogs client, DescribeLogStreamsRequest request)
    {
        var paginator = new Paginator<DescribeLogStreamsResponse, LogStream>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.DescribeLogStreamsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.LogStreams);
        Responses = new PaginatedResponse<DescribeLogStreamsResponse>(paginator);
        LogStreams = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<DescribeLogStreamsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<LogStream> LogStreams { get; }
}
