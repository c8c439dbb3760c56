using Amazon.Runtime;
using JobMgmt.Aws.IdentityManagement.Model;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>
/// AWS Identity and Access Management, the operations that JobMgmt uses. Every call throws AmazonIdentityManagementServiceException
/// (or a class of its own in Model) for what the service refuses and AmazonClientException when it cannot be reached.
/// </summary>
public interface IAmazonIdentityManagementService : IDisposable
{
    /// <summary>The settings in force.</summary>
    IClientConfig Config { get; }

    /// <summary>Paginators for the operations that answer in pages.</summary>
    IdentityManagementPaginatorFactory Paginators { get; }

    /// <summary>Creates a role. Other services may not see it for some seconds.</summary>
    Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a role.</summary>
    Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a role that has no policies left; DeleteConflict otherwise.</summary>
    Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces a role's trust policy.</summary>
    Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(UpdateAssumeRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites an inline policy of a role.</summary>
    Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads an inline policy of a role.</summary>
    Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the names of a role's inline policies.</summary>
    Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an inline policy of a role.</summary>
    Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds or overwrites tags of a role.</summary>
    Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists a role's tags.</summary>
    Task<ListRoleTagsResponse> ListRoleTagsAsync(ListRoleTagsRequest request, CancellationToken cancellationToken = default);
}
