using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of DeleteRolePolicy.</summary>
public sealed class DeleteRolePolicyResponse : AmazonWebServiceResponse;
