using JobMgmt.Aws.StepFunctions.Model;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>Makes paginators for AWS Step Functions.</summary>
public sealed class StepFunctionsPaginatorFactory
{
    private readonly IAmazonStepFunctions _client;

    internal StepFunctionsPaginatorFactory(IAmazonStepFunctions client) => _client = client;

    /// <summary>The pages of GetExecutionHistory. The request is changed as they are read.</summary>
    public GetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request) => new(_client, request);

    /// <summary>The pages of ListExecutions. The request is changed as they are read.</summary>
    public ListExecutionsPaginator ListExecutions(ListExecutionsRequest request) => new(_client, request);

    /// <summary>The pages of ListStateMachines. The request is changed as they are read.</summary>
    public ListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request) => new(_client, request);

    /// <summary>The pages of ListStateMachineVersions. The request is changed as they are read.</summary>
    public ListStateMachineVersionsPaginator ListStateMachineVersions(ListStateMachineVersionsRequest request) => new(_client, request);
}
