using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The pages of DescribeLogGroups, as answers or as what they list; may be read once.</summary>
public sealed class DescribeLogGroupsPaginator
{
    internal DescribeLogGroupsPaginator(IAmazonCloudWatchLogs client, DescribeLogGroupsRequest request)
    {
        var paginator = new Paginator<DescribeLogGroupsResponse, LogGroup>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.DescribeLogGroupsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.LogGroups);
        Responses = new PaginatedResponse<DescribeLogGroupsResponse>(paginator);
        LogGroups = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<DescribeLogGroupsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<LogGroup> LogGroups { get; }
}
