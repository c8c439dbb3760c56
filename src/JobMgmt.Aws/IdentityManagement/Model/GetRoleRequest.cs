namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of GetRole.</summary>
public sealed class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;
}
