using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The pages of ListTargetsByRule, as answers or as what they list; may be read once.</summary>
public sealed class ListTargetsByRulePaginator
{
    internal ListTargetsByRulePaginator(IAmazonEventBridge client, ListTargetsByRuleRequest request)
    {
        var paginator = new Paginator<ListTargetsByRuleResponse, Target>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListTargetsByRuleAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Targets);
        Responses = new PaginatedResponse<ListTargetsByRuleResponse>(paginator);
        Targets = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListTargetsByRuleResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<Target> Targets { get; }
}
