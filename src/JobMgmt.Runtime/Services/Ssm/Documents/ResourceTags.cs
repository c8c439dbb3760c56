using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>The tags of what SSM lets be tagged and the runtime keeps tags of: documents, automations and parameters.</summary>
internal static class ResourceTags
{
    /// <exception cref="ServiceException">InvalidResourceType, InvalidResourceId.</exception>
    public static JsonArray Get(StoreConnection connection, JsonObject request) => request.Text("ResourceType") switch
    {
        "Document" => Document(connection, request).Tags,
        "Automation" => Automation(connection, request).Tags,
        "Parameter" => ParameterStore.Tags(connection, Parameter(connection, request)),
        var type => throw NotServed(type),
    };

    /// <summary>Changes the tags.</summary>
    public static void Change(StoreConnection connection, JsonObject request, Func<JsonArray, JsonArray> change)
    {
        switch (request.Text("ResourceType"))
        {
            case "Document":
                var document = Document(connection, request);
                DocumentStore.Update(connection, document with { Tags = change(document.Tags) });
                break;
            case "Automation":
                var automation = Automation(connection, request);
                AutomationStore.SetTags(connection, automation.Id, change(automation.Tags));
                break;
            case "Parameter":
                var parameter = Parameter(connection, request);
                ParameterStore.SetTags(connection, parameter, change(ParameterStore.Tags(connection, parameter)));
                break;
            case var type:
                throw NotServed(type);
        }
    }

    private static SsmDocument Document(StoreConnection connection, JsonObject request) =>
        DocumentStore.Find(connection, DocumentLibrary.NameOf(Id(request))) ?? throw NoResource();

    private static Runtime.Automation.Executions.AutomationExecution Automation(StoreConnection connection, JsonObject request) =>
        AutomationStore.Find(connection, Id(request)) ?? throw NoResource();

    private static string Parameter(StoreConnection connection, JsonObject request) =>
        ParameterStore.Find(connection, Id(request))?.Name ?? throw NoResource();

    private static string Id(JsonObject request) => request.Text("ResourceId") ?? "";

    private static ServiceException NoResource() => new("InvalidResourceId", "The resource ID is not valid. Verify that you entered the correct ID and try again.");

    private static ServiceException NotServed(string? type) =>
        new("InvalidResourceType", $"The resource type {type} is not valid: the local runtime keeps tags of Document, Automation and Parameter.");
}
