namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of DeleteRolePolicy.</summary>
public sealed class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The policy's name.</summary>
    public string PolicyName { get; set; } = null!;
}
