using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of PutRolePolicy.</summary>
public sealed class PutRolePolicyResponse : AmazonWebServiceResponse;
