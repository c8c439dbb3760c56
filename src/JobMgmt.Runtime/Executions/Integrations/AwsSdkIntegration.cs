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

    public bool Serves(TaskResource resource) => resource.Kind == TaskResourceKind.Service && resource.ResourceType.StartsWith(Prefix, StringComparison.Ordinal);

    public IntegrationCall? Call(IntegrationTask task) =>
        Service(task) is var (service, _)
            ? new IntegrationCall(service, char.ToUpperInvariant(task.Resource.Action[0]) + task.Resource.Action[1..], SdkNames.Request(service, task.Parameters))
            : null;

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) => new(SdkNames.Output(Service(task)!.Value.SigningName, response));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var prefix = Service(task)!.Value.ErrorPrefix;
        var cause = string.Create(
            CultureInfo.InvariantCulture, $"{error.ServiceMessage} (Service: {prefix}, Status Code: {error.Status}, Request ID: {requestId}) (SDK Attempt Count: 1)");
        return new IntegrationAnswer(null, $"{prefix}.{SdkNames.Exception(error.Code)}", cause);
    }

    private static (string SigningName, string ErrorPrefix)? Service(IntegrationTask task) =>
        _services.TryGetValue(task.Resource.ResourceType[Prefix.Length..], out var service) ? service : null;
}
