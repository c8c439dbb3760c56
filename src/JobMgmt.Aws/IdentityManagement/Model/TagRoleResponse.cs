using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The answer of TagRole.</summary>
public sealed class TagRoleResponse : AmazonWebServiceResponse;
