using Amazon.Runtime;
using JobMgmt.Aws.CloudWatchLogs.Model;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>
/// Amazon CloudWatch Logs, the operations that JobMgmt uses. Every call throws AmazonCloudWatchLogsException (or a class of its own
/// in Model) for what the service refuses and AmazonClientException when it cannot be reached.
/// </summary>
public interface IAmazonCloudWatchLogs : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    CloudWatchLogsPaginatorFactory Paginators { get; }

    /// <summary>Creates a log group; ResourceAlreadyExistsException when it is there.</summary>
    Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists log groups.</summary>
    Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a log group with all its events.</summary>
    Task<DeleteLogGroupResponse> DeleteLogGroupAsync(DeleteLogGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets how many days a log group keeps events.</summary>
    Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(PutRetentionPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the log streams of a log group.</summary>
    Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(DescribeLogStreamsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the events of one log stream.</summary>
    Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Searches the events of a log group.</summary>
    Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Puts events into a log stream.</summary>
    Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a log stream; ResourceAlreadyExistsException when it is there.</summary>
    Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates or overwrites a policy that lets AWS services write to log groups; 10 a Region.</summary>
    Task<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the resource policies.</summary>
    Task<DescribeResourcePoliciesResponse> DescribeResourcePoliciesAsync(DescribeResourcePoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a resource policy.</summary>
    Task<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default);
}
