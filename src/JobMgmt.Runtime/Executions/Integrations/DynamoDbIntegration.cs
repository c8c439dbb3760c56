using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary><c>dynamodb:getItem</c>, <c>putItem</c>, <c>updateItem</c> and <c>deleteItem</c>.</summary>
internal sealed class DynamoDbIntegration : IIntegration
{
    public bool Serves(TaskResource resource) =>
        resource is { Kind: TaskResourceKind.Service, ResourceType: "dynamodb", Action: "getItem" or "putItem" or "updateItem" or "deleteItem" };

    public IntegrationCall? Call(IntegrationTask task) =>
        new("dynamodb", SdkNames.Operation(task.Resource), SdkNames.Request("dynamodb", SdkNames.Operation(task.Resource), task.Parameters));

    public IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata) =>
        new(response.With("SdkHttpMetadata", SdkMetadata.Http(response, metadata)).With("SdkResponseMetadata", SdkMetadata.Response(metadata)));

    public IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId)
    {
        var cause = string.Create(
            CultureInfo.InvariantCulture,
            $"{error.SdkMessage} (Service: AmazonDynamoDBv2; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId}; Proxy: null)");
        return new IntegrationAnswer(null, $"DynamoDB.{SdkExceptions.Name("dynamodb", error.Code, "AmazonDynamoDBException")}", cause);
    }
}
