using JobMgmt.Aws.CloudWatchLogs.Model;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>Makes paginators for Amazon CloudWatch Logs.</summary>
public sealed class CloudWatchLogsPaginatorFactory
{
    private readonly IAmazonCloudWatchLogs _client;

    internal CloudWatchLogsPaginatorFactory(IAmazonCloudWatchLogs client) => _client = client;

    /// <summary>The pages of DescribeLogGroups. The request is changed as they are read.</summary>
    public DescribeLogGroupsPaginator DescribeLogGroups(DescribeLogGroupsRequest request) => new(_client, request);

    /// <summary>The pages of DescribeLogStreams. The request is changed as they are read.</summary>
    public DescribeLogStreamsPaginator DescribeLogStreams(DescribeLogStreamsRequest request) => new(_client, request);

    /// <summary>The pages of FilterLogEvents. The request is changed as they are read.</summary>
    public FilterLogEventsPaginator FilterLogEvents(FilterLogEventsRequest request) => new(_client, request);

    /// <summary>The pages of GetLogEvents. The request is changed as they are read.</summary>
    public GetLogEventsPaginator GetLogEvents(GetLogEventsRequest request) => new(_client, request);

    /// <summary>The pages of DescribeResourcePolicies. The request is changed as they are read.</summary>
    public DescribeResourcePoliciesPaginator DescribeResourcePolicies(DescribeResourcePoliciesRequest request) => new(_client, request);
}
