using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The pages of ListExecutions, as answers or as what they list; may be read once.</summary>
public sealed class ListExecutionsPaginator
{
    internal ListExecutionsPaginator(IAmazonStepFunctions client, ListExecutionsRequest request)
    {
        var paginator = new Paginator<ListExecutionsResponse, ExecutionListItem>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListExecutionsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Executions);
        Responses = new PaginatedResponse<ListExecutionsResponse>(paginator);
        Executions = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}
