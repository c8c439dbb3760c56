using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// <c>events:putEvents</c>, with and without <c>.waitForTaskToken</c>. The ARNs of the execution and its machine are appended to each entry's resources; one entry that
/// is refused fails the task (<c>EventBridge.FailedEntry</c>), and a retry sends all of them again.
/// </summary>
internal sealed class PutEventsIntegration : IIntegration
{
    public bool Serves(TaskResource resource) => resource is { Kind: TaskResourceKind.Service, ResourceType: "events", Action: "putEvents" };

    public IntegrationCall? Call(IntegrationTask task)
    {
        var request = SdkNames.Request("events", "PutEvents", task.Parameters);
        return new IntegrationCall("events", "PutEvents", request["Entries"] is JsonArray entries
            ? request.With("Entries", new JsonArray(entries.Select(entry => entry is JsonObject obj ? WithResources(obj, task) : entry)))
            : request);
    }

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) =>
        response.Number("FailedEntryCount") is > 0 ? new IntegrationAnswer(null, "EventBridge.FailedEntry", response.ToString()) : new IntegrationAnswer(response);

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var cause = string.Create(
            CultureInfo.InvariantCulture,
            $"{error.SdkMessage} (Service: AmazonEventBridge; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId}; Proxy: null)");
        return new IntegrationAnswer(null, $"EventBridge.{SdkExceptions.Name("events", error.Code, "AmazonEventBridgeException")}", cause);
    }

    private static JsonObject WithResources(JsonObject entry, IntegrationTask task) =>
        entry.With("Resources", new JsonArray([.. entry["Resources"] as JsonArray ?? JsonArray.Empty, task.StateMachineArn, task.ExecutionArn]));
}
