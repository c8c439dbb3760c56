using Amazon.Runtime;
using JobMgmt.Aws.StepFunctions.Model;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>
/// AWS Step Functions, the operations that JobMgmt uses. Every call throws AmazonStepFunctionsException (or a class of its own in
/// Model) for what the service refuses and AmazonClientException when it cannot be reached.
/// </summary>
public interface IAmazonStepFunctions : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    StepFunctionsPaginatorFactory Paginators { get; }

    /// <summary>
    /// Creates a state machine. The same again answers as the first time, ignoring roleArn and tags; another definition is
    /// StateMachineAlreadyExists.
    /// </summary>
    Task<CreateStateMachineResponse> CreateStateMachineAsync(CreateStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Updates a state machine; running executions keep their definition, and starts within seconds may still use the old one.
    /// </summary>
    Task<UpdateStateMachineResponse> UpdateStateMachineAsync(UpdateStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a state machine, its definition included.</summary>
    Task<DescribeStateMachineResponse> DescribeStateMachineAsync(DescribeStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the state machines of the account and Region.</summary>
    Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a state machine once its executions have ended. Deleting a missing one succeeds.</summary>
    Task<DeleteStateMachineResponse> DeleteStateMachineAsync(DeleteStateMachineRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a version of a state machine's current revision.</summary>
    Task<PublishStateMachineVersionResponse> PublishStateMachineVersionAsync(PublishStateMachineVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a state machine's versions, newest first.</summary>
    Task<ListStateMachineVersionsResponse> ListStateMachineVersionsAsync(ListStateMachineVersionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a version; executions that it started run on.</summary>
    Task<DeleteStateMachineVersionResponse> DeleteStateMachineVersionAsync(DeleteStateMachineVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts an execution. For a Standard machine the same name and input while it runs answers as the first time; otherwise a used
    /// name is ExecutionAlreadyExists for 90 days.
    /// </summary>
    Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an execution's status, input and output.</summary>
    Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists executions, newest first. AWS allows few of these calls a second (5, or 2).</summary>
    Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops an execution; it ends as ABORTED. What it started outside goes on.</summary>
    Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an execution's history events.</summary>
    Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the definition that an execution runs with.</summary>
    Task<DescribeStateMachineForExecutionResponse> DescribeStateMachineForExecutionAsync(DescribeStateMachineForExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells a waiting task that it succeeded.</summary>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells a waiting task that it failed.</summary>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells a waiting task that its work goes on.</summary>
    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites tags.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a resource's tags.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
