using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The pages of GetExecutionHistory, as answers or as what they list; may be read once.</summary>
public sealed class GetExecutionHistoryPaginator
{
    internal GetExecutionHistoryPaginator(IAmazonStepFunctions client, GetExecutionHistoryRequest request)
    {
        var paginator = new Paginator<GetExecutionHistoryResponse, HistoryEvent>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.GetExecutionHistoryAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Events);
        Responses = new PaginatedResponse<GetExecutionHistoryResponse>(paginator);
        Events = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<GetExecutionHistoryResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<HistoryEvent> Events { get; }
}
