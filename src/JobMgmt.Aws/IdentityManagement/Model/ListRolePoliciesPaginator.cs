using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The pages of ListRolePolicies, as answers or as what they list; may be read once.</summary>
public sealed class ListRolePoliciesPaginator
{
    internal ListRolePoliciesPaginator(IAmazonIdentityManagementService client, ListRolePoliciesRequest request)
    {
        var paginator = new Paginator<ListRolePoliciesResponse, string>(
            (token, cancellationToken) =>
            {
                request.Marker = token ?? request.Marker;
                return client.ListRolePoliciesAsync(request, cancellationToken);
            },
            response => response.Marker,
            response => response.PolicyNames);
        Responses = new PaginatedResponse<ListRolePoliciesResponse>(paginator);
        PolicyNames = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListRolePoliciesResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<string> PolicyNames { get; }
}
