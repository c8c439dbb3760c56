using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of UpdateAssumeRolePolicy.</summary>
public sealed class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse;
