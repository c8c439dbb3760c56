using Amazon.Runtime;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>The client of AWS Step Functions, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonStepFunctionsClient : AwsServiceClient, IAmazonStepFunctions
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonStepFunctionsClient(AWSCredentials credentials, AmazonStepFunctionsConfig config)
        : base(credentials, config)
    {
        Paginators = new StepFunctionsPaginatorFactory(this);
    }

    /// <inheritdoc/>
    public StepFunctionsPaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<CreateStateMachineResponse> CreateStateMachineAsync(CreateStateMachineRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateStateMachineResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateStateMachineResponse> UpdateStateMachineAsync(UpdateStateMachineRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateStateMachineResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeStateMachineResponse> DescribeStateMachineAsync(DescribeStateMachineRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeStateMachineResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListStateMachinesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteStateMachineResponse> DeleteStateMachineAsync(DeleteStateMachineRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteStateMachineResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PublishStateMachineVersionResponse> PublishStateMachineVersionAsync(PublishStateMachineVersionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PublishStateMachineVersionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListStateMachineVersionsResponse> ListStateMachineVersionsAsync(ListStateMachineVersionsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListStateMachineVersionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteStateMachineVersionResponse> DeleteStateMachineVersionAsync(DeleteStateMachineVersionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteStateMachineVersionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StartExecutionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeExecutionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListExecutionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<StopExecutionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetExecutionHistoryResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeStateMachineForExecutionResponse> DescribeStateMachineForExecutionAsync(DescribeStateMachineForExecutionRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DescribeStateMachineForExecutionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<SendTaskSuccessResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<SendTaskFailureResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<SendTaskHeartbeatResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UntagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListTagsForResourceResponse>(request, cancellationToken);
}
