using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>The facts of AWS Step Functions as a service.</summary>
internal static class StepFunctionsService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "SFN",
        SigningName: "states",
        ApiVersion: "2016-11-23",
        Protocol: WireProtocol.Json10,
        TargetPrefix: "AWSStepFunctions",
        CamelCase: true,
        Endpoints: new RegionalEndpointRules("states"),
        Errors: new ExceptionTable(typeof(AmazonStepFunctionsException)));
}
