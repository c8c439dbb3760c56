using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The pages of ListSubscriptionsByTopic, as answers or as what they list; may be read once.</summary>
public sealed class ListSubscriptionsByTopicPaginator
{
    internal ListSubscriptionsByTopicPaginator(IAmazonSimpleNotificationService client, ListSubscriptionsByTopicRequest request)
    {
        var paginator = new Paginator<ListSubscriptionsByTopicResponse, Subscription>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.ListSubscriptionsByTopicAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.Subscriptions);
        Responses = new PaginatedResponse<ListSubscriptionsByTopicResponse>(paginator);
        Subscriptions = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListSubscriptionsByTopicResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<Subscription> Subscriptions { get; }
}
