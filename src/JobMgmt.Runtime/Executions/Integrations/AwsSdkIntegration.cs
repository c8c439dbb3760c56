using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary><c>aws-sdk:SERVICE:ACTION</c>, with and without <c>.waitForTaskToken</c>: any operation that the runtime serves.</summary>
internal sealed class AwsSdkIntegration : IIntegration
{
    private const string Prefix = "aws-sdk:";

    // the SDK's name of a service: its signing name, and what error names begin with
    private static readonly Dictionary<string, (string SigningName, string ErrorPrefix)> _services = new(StringComparer.Ordinal)
    {
        ["sfn"] = ("states", "Sfn"),
        ["ssm"] = ("ssm", "Ssm"),
        ["eventbridge"] = ("events", "EventBridge"),
        ["cloudwatchlogs"] = ("logs", "CloudWatchLogs"),
        ["scheduler"] = ("scheduler", "Scheduler"),
        ["s3"] = ("s3", "S3"),
        ["ec2"] = ("ec2", "Ec2"),
        ["iam"] = ("iam", "Iam"),
        ["sts"] = ("sts", "Sts"),
    };

    // the errors of S3 that its model names; all others are its client's one exception
    private static readonly HashSet<string> _s3Exceptions =
    [
        "BucketAlreadyExists", "BucketAlreadyOwnedByYou", "EncryptionTypeMismatch", "IdempotencyParameterMismatch", "InvalidObjectState", "InvalidRequest", "InvalidWriteOffset",
        "NoSuchBucket", "NoSuchKey", "NoSuchUpload", "ObjectAlreadyInActiveTierError", "ObjectNotInActiveTierError", "TooManyParts",
    ];

    public bool Serves(TaskResource resource) => resource.Kind == TaskResourceKind.Service && resource.ResourceType.StartsWith(Prefix, StringComparison.Ordinal);

    public IntegrationCall? Call(IntegrationTask task) =>
        Service(task) is var (service, _)
            ? new IntegrationCall(service, char.ToUpperInvariant(task.Resource.Action[0]) + task.Resource.Action[1..], SdkNames.Request(service, task.Parameters))
            : null;

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) => new(SdkNames.Output(Service(task)!.Value.SigningName, response));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var (service, prefix) = Service(task)!.Value;
        var extended = service == "s3" ? $", Extended Request ID: {requestId}" : "";
        var cause = string.Create(
            CultureInfo.InvariantCulture, $"{error.ServiceMessage} (Service: {prefix}, Status Code: {error.Status}, Request ID: {requestId}{extended}) (SDK Attempt Count: 1)");
        var name = service == "s3" && !_s3Exceptions.Contains(error.Code) ? "S3Exception" : SdkNames.Exception(error.Code);
        return new IntegrationAnswer(null, $"{prefix}.{name}", cause);
    }

    private static (string SigningName, string ErrorPrefix)? Service(IntegrationTask task) =>
        _services.TryGetValue(task.Resource.ResourceType[Prefix.Length..], out var service) ? service : null;
}
