using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of GetRolePolicy.</summary>
public sealed class GetRolePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; set; } = null!;

    /// <summary>The policy's name.</summary>
    public string PolicyName { get; set; } = null!;

    /// <summary>The policy, URL-encoded (RFC 3986) as IAM sends it: Uri.UnescapeDataString gives the JSON text.</summary>
    public string PolicyDocument { get; set; } = null!;
}
