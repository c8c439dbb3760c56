using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of DeleteRole.</summary>
public sealed class DeleteRoleResponse : AmazonWebServiceResponse;
