using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>The services in task resources, by the SDK's names for them. A table.</summary>
internal static class ServiceNames
{
    private const string SdkPrefix = "aws-sdk:";

    private static readonly Dictionary<string, (string SigningName, string ErrorPrefix)> _services = new(StringComparer.Ordinal)
    {
        ["sfn"] = ("states", "Sfn"),
        ["ssm"] = ("ssm", "Ssm"),
        ["eventbridge"] = ("events", "EventBridge"),
        ["cloudwatchlogs"] = ("logs", "CloudWatchLogs"),
        ["scheduler"] = ("scheduler", "Scheduler"),
        ["s3"] = ("s3", "S3"),
        ["dynamodb"] = ("dynamodb", "DynamoDb"),
        ["ec2"] = ("ec2", "Ec2"),
        ["iam"] = ("iam", "Iam"),
        ["sts"] = ("sts", "Sts"),
    };

    /// <summary>Whether the resource is an operation of the SDK; the others are optimised integrations.</summary>
    public static bool IsSdk(TaskResource resource) => resource.ResourceType.StartsWith(SdkPrefix, StringComparison.Ordinal);

    /// <summary>The signing name and the beginning of error names of a resource of the SDK; null where the service is not known.</summary>
    public static (string SigningName, string ErrorPrefix)? Sdk(TaskResource resource) =>
        IsSdk(resource) && _services.TryGetValue(resource.ResourceType[SdkPrefix.Length..], out var service) ? service : null;

    /// <summary>The signing name of a service, by the SDK's name for it; null where it is not known.</summary>
    public static string? SdkSigning(string name) => _services.TryGetValue(name, out var service) ? service.SigningName : null;

    /// <summary>The signing name of a resource's service; null where the service is not known.</summary>
    public static string? Signing(TaskResource resource) => IsSdk(resource) ? Sdk(resource)?.SigningName : resource.ResourceType is "states" or "events" or "dynamodb" ? resource.ResourceType : null;
}
