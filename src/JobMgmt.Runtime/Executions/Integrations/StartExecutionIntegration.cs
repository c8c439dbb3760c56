using System.Globalization;
using System.Text;
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
        ("SdkHttpMetadata", HttpMetadata(response, metadata)),
        ("SdkResponseMetadata", JsonObject.Of(("RequestId", metadata.RequestId))),
        ("StartDate", response.Instant("startDate")!.Value.ToUnixTimeMilliseconds())));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var cause = string.Create(
            CultureInfo.InvariantCulture,
            $"{error.ServiceMessage} (Service: AWSStepFunctions; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId}; Proxy: null)");
        return new IntegrationAnswer(null, $"StepFunctions.{SdkNames.Exception(error.Code)}", cause);
    }

    private static JsonObject HttpMetadata(JsonObject response, ServiceAnswer metadata)
    {
        var headers = JsonObject.Of(
            ("connection", "keep-alive"),
            ("Content-Length", Encoding.UTF8.GetByteCount(response.ToString()).ToString(CultureInfo.InvariantCulture)),
            ("Content-Type", "application/x-amz-json-1.0"),
            ("Date", metadata.At.ToString("R", CultureInfo.InvariantCulture)),
            ("x-amzn-RequestId", metadata.RequestId));
        return JsonObject.Of(
            ("AllHttpHeaders", new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonValue)new JsonArray([header.Value]))))),
            ("HttpHeaders", headers),
            ("HttpStatusCode", 200));
    }
}
