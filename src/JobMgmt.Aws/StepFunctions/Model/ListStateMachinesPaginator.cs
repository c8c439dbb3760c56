using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The pages of ListStateMachines, as answers or as what they list; may be read once.</summary>
public sealed class ListStateMachinesPaginator
{
    internal ListStateMachinesPaginator(IAmazonStepFunctions client, ListStateMachinesRequest request)
    {
        var paginator = new Paginator<ListStateMachinesResponse, StateMachineListItem>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListStateMachinesAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.StateMachines);
        Responses = new PaginatedResponse<ListStateMachinesResponse>(paginator);
        StateMachines = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}
