using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>Base of the requests of AWS Identity and Access Management.</summary>
public abstract class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest;
