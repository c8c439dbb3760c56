using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>The facts of Amazon CloudWatch Logs as a service.</summary>
internal static class CloudWatchLogsService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "CloudWatch Logs",
        SigningName: "logs",
        ApiVersion: "2014-03-28",
        Protocol: WireProtocol.Json11,
        TargetPrefix: "Logs_20140328",
        CamelCase: true,
        Endpoints: new RegionalEndpointRules("logs"),
        Errors: new ExceptionTable(typeof(AmazonCloudWatchLogsException)));
}
