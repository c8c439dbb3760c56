using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>The facts of Amazon Simple Notification Service as a service.</summary>
internal static class SimpleNotificationServiceService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "SNS",
        SigningName: "sns",
        ApiVersion: "2010-03-31",
        Protocol: WireProtocol.Query,
        TargetPrefix: null,
        CamelCase: false,
        Endpoints: new RegionalEndpointRules("sns"),
        Errors: new ExceptionTable(typeof(AmazonSimpleNotificationServiceException)));
}
