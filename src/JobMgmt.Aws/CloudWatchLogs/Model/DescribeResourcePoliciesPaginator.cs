using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The pages of DescribeResourcePolicies, as answers or as what they list; may be read once.</summary>
public sealed class DescribeResourcePoliciesPaginator
{
    internal DescribeResourcePoliciesPaginator(IAmazonCloudWatchLogs client, DescribeResourcePoliciesRequest request)
    {
        var paginator = new Paginator<DescribeResourcePoliciesResponse, ResourcePolicy>(
            (token, cancellationToken) =>
            {
                request.NextToken = token ?? request.NextToken;
                return client.DescribeResourcePoliciesAsync(request, cancellationToken);
            },
            response => response.NextToken,
            response => response.ResourcePolicies);
        Responses = new PaginatedResponse<DescribeResourcePoliciesResponse>(paginator);
        ResourcePolicies = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<DescribeResourcePoliciesResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<ResourcePolicy> ResourcePolicies { get; }
}
