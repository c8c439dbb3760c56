namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The parameters of PutRolePolicy.</summary>
public sealed class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The policy's name.</summary>
    public string PolicyName { get; set; } = null!;

    /// <summary>The policy: JSON text.</summary>
    public string PolicyDocument { get; set; } = null!;
}
