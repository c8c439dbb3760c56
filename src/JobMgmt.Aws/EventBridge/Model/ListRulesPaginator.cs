using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The pages of ListRules, as answers or as what they list; may be read once.</summary>
public sealed class ListRulesPaginator
{
    internal ListRulesPaginator(IAmazonEventBridge client, ListRulesRequest request)
    {
        var paginator = new Paginator<ListRulesResponse, Rule>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListRulesAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Rules);
        Responses = new PaginatedResponse<ListRulesResponse>(paginator);
        Rules = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListRulesResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<Rule> Rules { get; }
}
