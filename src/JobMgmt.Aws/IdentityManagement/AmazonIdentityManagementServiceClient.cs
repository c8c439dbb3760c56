using Amazon.Runtime;
using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>The client of AWS Identity and Access Management, on the SDK's pipeline. Thread-safe; keep one.</summary>
public sealed class AmazonIdentityManagementServiceClient : AwsServiceClient, IAmazonIdentityManagementService
{
    /// <summary>A client that signs with these credentials.</summary>
    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig config)
        : base(credentials, config)
    {
        Paginators = new IdentityManagementPaginatorFactory(this);
    }

    /// <inheritdoc/>
    public IdentityManagementPaginatorFactory Paginators { get; }

    /// <inheritdoc/>
    public Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<CreateRoleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetRoleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteRoleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(UpdateAssumeRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateAssumeRolePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<PutRolePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetRolePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListRolePoliciesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteRolePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<TagRoleResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListRoleTagsResponse> ListRoleTagsAsync(ListRoleTagsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListRoleTagsResponse>(request, cancellationToken);
}
