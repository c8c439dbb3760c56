using Amazon.Runtime;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The pages of ListRoleTags, as answers or as what they list; may be read once.</summary>
public sealed class ListRoleTagsPaginator
{
    internal ListRoleTagsPaginator(IAmazonIdentityManagementService client, ListRoleTagsRequest request)
    {
        var paginator = new Paginator<ListRoleTagsResponse, Tag>(
            (token, cancellationToken) =>
            {
                request.Marker = token ?? request.Marker;
                return client.ListRoleTagsAsync(request, cancellationToken);
            },
            response => response.Marker,
            response => response.Tags);
        Responses = new PaginatedResponse<ListRoleTagsResponse>(paginator);
        Tags = paginator;
    }

    /// <summary>The answers, page by page.</summary>
    public IPaginatedEnumerable<ListRoleTagsResponse> Responses { get; }

    /// <summary>What the pages list.</summary>
    public IPaginatedEnumerable<Tag> Tags { get; }
}
