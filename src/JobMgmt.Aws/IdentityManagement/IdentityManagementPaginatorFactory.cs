using JobMgmt.Aws.IdentityManagement.Model;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>Makes paginators for AWS Identity and Access Management.</summary>
public sealed class IdentityManagementPaginatorFactory
{
    private readonly IAmazonIdentityManagementService _client;

    internal IdentityManagementPaginatorFactory(IAmazonIdentityManagementService client) => _client = client;

    /// <summary>The pages of ListRolePolicies. The request is changed as they are read.</summary>
    public ListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request) => new(_client, request);

    /// <summary>The pages of ListRoleTags. The request is changed as they are read.</summary>
    public ListRoleTagsPaginator ListRoleTags(ListRoleTagsRequest request) => new(_client, request);
}
