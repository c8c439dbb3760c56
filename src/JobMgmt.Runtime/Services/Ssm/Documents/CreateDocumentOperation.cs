using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Calendars;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>CreateDocument: documents of the types Automation, Command and ChangeCalendar.</summary>
internal sealed class CreateDocumentOperation(DocumentIntake intake, DocumentDescription shapes, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var content = request.Text("Content");
        var format = request.Text("DocumentFormat") ?? "JSON";
        var type = request.Text("DocumentType") ?? "Command";
        new Constraints().Name(name, "name", DocumentNames.Own)
            .Check(content is not null, null, "content", "Member must not be null").Length(content, "content", 1, int.MaxValue)
            .OneOf(format, "documentFormat", "YAML", "JSON", "TEXT").Enforce();
        if (DocumentNames.IsReserved(name!))
        {
            throw new ServiceException("ValidationException", $"Document name {name} is not allowed: names that begin with aws, amazon or amzn are reserved.");
        }

        if (type is not ("Automation" or "Command" or ChangeCalendar.DocumentType) || (format == "TEXT") != (type == ChangeCalendar.DocumentType))
        {
            throw new ServiceException(
                "ValidationException", $"The local runtime keeps documents of the types Automation and Command, in YAML or JSON, and ChangeCalendar, in TEXT; not {type} in {format}.");
        }

        if (request.Contains("Attachments"))
        {
            throw new ServiceException("ValidationException", "The local runtime does not keep attachments of documents.");
        }

        var version = intake.Take(name!, type, format, content!, time.GetUtcNow()) with { VersionName = request.Text("VersionName") };
        var document = new SsmDocument
        {
            Name = name!,
            Type = type,
            TargetType = request.Text("TargetType"),
            DisplayName = request.Text("DisplayName"),
            Created = version.Created,
            Tags = TagList.Read(request, "Tags"),
        };
        return call.WriteAsync(connection =>
        {
            if (DocumentStore.Find(connection, document.Name) is not null)
            {
                throw new ServiceException("DocumentAlreadyExists", $"Document with same name {document.Name} already exists");
            }

            DocumentStore.Insert(connection, document);
            DocumentStore.InsertVersion(connection, version);
            return JsonObject.Of(("DocumentDescription", shapes.Describe(document, version, "Creating")));
        });
    }
}
