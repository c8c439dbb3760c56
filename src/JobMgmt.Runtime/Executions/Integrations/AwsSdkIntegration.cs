using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary><c>aws-sdk:SERVICE:ACTION</c>, with and without <c>.waitForTaskToken</c>: any operation that the runtime serves.</summary>
internal sealed class AwsSdkIntegration : IIntegration
{
    // the errors of S3 that its model names; all others are its client's one exception
    private static readonly HashSet<string> _s3Exceptions =
    [
        "BucketAlreadyExists", "BucketAlreadyOwnedByYou", "EncryptionTypeMismatch", "IdempotencyParameterMismatch", "InvalidObjectState", "InvalidRequest", "InvalidWriteOffset",
        "NoSuchBucket", "NoSuchKey", "NoSuchUpload", "ObjectAlreadyInActiveTierError", "ObjectNotInActiveTierError", "TooManyParts",
    ];

    public bool Serves(TaskResource resource) => resource.Kind == TaskResourceKind.Service && ServiceNames.IsSdk(resource);

    public IntegrationCall? Call(IntegrationTask task) =>
        Service(task) is var (service, _)
            ? new IntegrationCall(service, SdkNames.Operation(task.Resource), SdkNames.Request(service, SdkNames.Operation(task.Resource), task.Parameters))
            : null;

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) => new(SdkNames.Output(Service(task)!.Value.SigningName, response));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var (service, prefix) = Service(task)!.Value;
        var extended = service == "s3" ? $", Extended Request ID: {requestId}" : "";
        var cause = string.Create(
            CultureInfo.InvariantCulture, $"{error.SdkMessage} (Service: {prefix}, Status Code: {error.Status}, Request ID: {requestId}{extended}) (SDK Attempt Count: 1)");
        var name = service == "s3" && !_s3Exceptions.Contains(error.Code) ? "S3Exception" : SdkNames.Exception(error.Code);
        return new IntegrationAnswer(null, $"{prefix}.{name}", cause);
    }

    private static (string SigningName, string ErrorPrefix)? Service(IntegrationTask task) => ServiceNames.Sdk(task.Resource);
}
