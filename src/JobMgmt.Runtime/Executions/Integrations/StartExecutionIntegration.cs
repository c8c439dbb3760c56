using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// <c>states:startExecution</c>, with <c>.sync</c>, <c>.sync:2</c> and <c>.waitForTaskToken</c>. Its answer carries the SDK's metadata, as AWS's optimised integration shows them.
/// </summary>
internal sealed class StartExecutionIntegration : IIntegration
{
    public bool Serves(TaskResource resource) => resource is { Kind: TaskResourceKind.Service, ResourceType: "states", Action: "startExecution" };

    public IntegrationCall? Call(IntegrationTask task) => new("states", "StartExecution", SdkNames.Request("states", "StartExecution", task.Parameters));

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) => new(JsonObject.Of(
        ("ExecutionArn", response["executionArn"]),
        ("SdkHttpMetadata", SdkMetadata.Http(response, metadata)),
        ("SdkResponseMetadata", SdkMetadata.Response(metadata)),
        ("StartDate", response.Instant("startDate")!.Value.ToUnixTimeMilliseconds())));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var cause = string.Create(
            CultureInfo.InvariantCulture,
            $"{error.SdkMessage} (Service: AWSStepFunctions; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId}; Proxy: null)");
        return new IntegrationAnswer(null, $"StepFunctions.{SdkNames.Exception(error.Code)}", cause);
    }
}
