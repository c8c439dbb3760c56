using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The pages of ListStateMachineVersions, as answers or as what they list; may be read once.</summary>
public sealed class ListStateMachineVersionsPaginator
{
    internal ListStateMachineVersionsPaginator(IAmazonStepFunctions client, ListStateMachineVersionsRequest request)
    {
        var paginator = new Paginator<ListStateMachineVersionsResponse, StateMachineVersionListItem>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListStateMachineVersionsAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.StateMachineVersions);
        Responses = new PaginatedResponse<ListStateMachineVersionsResponse>(paginator);
        StateMachineVersions = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListStateMachineVersionsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<StateMachineVersionListItem> StateMachineVersions { get; }
}
