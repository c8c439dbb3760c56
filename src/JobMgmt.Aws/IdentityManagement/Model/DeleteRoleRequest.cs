namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of DeleteRole.</summary>
public sealed class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;
}
