using JobMgmt.Aws.EventBridge.Model;

namespace JobMgmt.Aws.EventBridge;

/// <summary>Makes paginators for Amazon EventBridge.</summary>
public sealed class EventBridgePaginatorFactory
{
    private readonly IAmazonEventBridge _client;

    internal EventBridgePaginatorFactory(IAmazonEventBridge client) => _client = client;

    /// <summary>The pages of ListRules. The request is changed as they are read.</summary>
    public ListRulesPaginator ListRules(ListRulesRequest request) => new(_client, request);

    /// <summary>The pages of ListTargetsByRule. The request is changed as they are read.</summary>
    public ListTargetsByRulePaginator ListTargetsByRule(ListTargetsByRuleRequest request) => new(_client, request);
}
