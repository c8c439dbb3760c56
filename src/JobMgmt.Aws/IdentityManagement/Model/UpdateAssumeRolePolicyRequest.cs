namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of UpdateAssumeRolePolicy.</summary>
public sealed class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The policy: JSON text.</summary>
    public string PolicyDocument { get; set; } = null!;
}
