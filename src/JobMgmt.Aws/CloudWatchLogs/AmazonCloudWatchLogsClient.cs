using Amazon.Runtime;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>The client of Amazon CloudWatch Logs, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonCloudWatchLogsClient : AwsServiceClient, IAmazonCloudWatchLogs
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig config)
        : base(credentials, config)
    {
        Paginators = new CloudWatchLogsPaginatorFactory(this);
    }

    /// <inheritdoc/>
    public CloudWatchLogsPaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateLogGroupResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeLogGroupsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteLogGroupResponse> DeleteLogGroupAsync(DeleteLogGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteLogGroupResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(PutRetentionPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutRetentionPolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(DescribeLogStreamsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeLogStreamsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetLogEventsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<FilterLogEventsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutLogEventsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateLogStreamResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutResourcePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeResourcePoliciesResponse> DescribeResourcePoliciesAsync(DescribeResourcePoliciesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeResourcePoliciesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteResourcePolicyResponse>(request, cancellationToken);
}
