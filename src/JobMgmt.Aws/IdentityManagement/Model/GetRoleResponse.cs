using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of GetRole.</summary>
public sealed class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role.</summary>
    public Role Role { get; set; } = null!;
}
