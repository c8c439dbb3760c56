using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.EventBridge;

/// <summary>The facts of Amazon EventBridge as a service.</summary>
internal static class EventBridgeService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "EventBridge",
        SigningName: "events",
        ApiVersion: "2015-10-07",
        Protocol: WireProtocol.Json11,
        TargetPrefix: "AWSEvents",
        CamelCase: false,
        Endpoints: new RegionalEndpointRules("events"),
        Errors: new ExceptionTable(typeof(AmazonEventBridgeException)));
}
