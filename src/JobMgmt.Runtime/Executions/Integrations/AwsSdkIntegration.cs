using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary><c>aws-sdk:SERVICE:ACTION</c>, with and without <c>.waitForTaskToken</c>: any operation that the runtime serves.</summary>
internal sealed class AwsSdkIntegration : IIntegration
{
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
        return new IntegrationAnswer(null, $"{prefix}.{SdkExceptions.Name(service, error.Code, prefix + "Exception")}", cause);
    }

    private static (string SigningName, string ErrorPrefix)? Service(IntegrationTask task) => ServiceNames.Sdk(task.Resource);
}
