using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>The facts of AWS Identity and Access Management as a service.</summary>
internal static class IdentityManagementService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "IAM",
        SigningName: "iam",
        ApiVersion: "2010-05-08",
        Protocol: WireProtocol.Query,
        TargetPrefix: null,
        CamelCase: false,
        Endpoints: new GlobalEndpointRules(),
        Errors: new ExceptionTable(typeof(AmazonIdentityManagementServiceException)));
}
