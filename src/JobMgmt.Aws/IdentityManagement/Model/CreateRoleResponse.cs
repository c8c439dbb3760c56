using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of CreateRole.</summary>
public sealed class CreateRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role.</summary>
    public Role Role { get; set; } = null!;
}
