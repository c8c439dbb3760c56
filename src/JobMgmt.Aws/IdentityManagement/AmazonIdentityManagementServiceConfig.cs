using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>Settings of the AWS Identity and Access Management client; the SDK's own.</summary>
public sealed class AmazonIdentityManagementServiceConfig : AwsServiceConfig
{
    /// <summary>The SDK's defaults.</summary>
    public AmazonIdentityManagementServiceConfig()
        : base(IdentityManagementService.Description)
    {
    }
}
