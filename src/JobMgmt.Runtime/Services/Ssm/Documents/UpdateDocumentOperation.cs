using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Calendars;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>UpdateDocument: a new version. The default version stays what it is.</summary>
internal sealed class UpdateDocumentOperation(DocumentIntake intake, DocumentDescription shapes, TimeProvider time) : IServiceOperation
{
    private const int MostVersions = 1000;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var content = request.Text("Content");
        var format = request.Text("DocumentFormat") ?? "JSON";
        new Constraints().Name(name, "name", DocumentNames.Own)
            .Check(content is not null, null, "content", "Member must not be null").Length(content, "content", 1, int.MaxValue)
            .OneOf(format, "documentFormat", "YAML", "JSON", "TEXT").Version(request.Text("DocumentVersion"), "documentVersion").Enforce();
        return call.WriteAsync(connection =>
        {
            var document = DocumentLibrary.Own(connection, name!);
            if ((format == "TEXT") != (document.Type == ChangeCalendar.DocumentType))
            {
                throw new ServiceException("ValidationException", $"The local runtime keeps documents of type ChangeCalendar in TEXT, the others in YAML or JSON; not {document.Type} in {format}.");
            }

            var based = DocumentStore.FindVersion(connection, document.Name, DocumentLibrary.Number(document, request.Text("DocumentVersion") ?? "$LATEST"))
                ?? throw DocumentLibrary.NoVersion();
            if (based.Version != document.LatestVersion)
            {
                throw new ServiceException("InvalidDocumentVersion", "The document version is not the latest: name $LATEST to update it.");
            }

            var version = intake.Take(document.Name, document.Type, format, content!, time.GetUtcNow()) with
            {
                Version = document.LatestVersion + 1,
                VersionName = request.Text("VersionName"),
            };
            Check(DocumentStore.Versions(connection, document.Name), version);
            document = document with
            {
                LatestVersion = version.Version,
                TargetType = request.Text("TargetType") ?? document.TargetType,
                DisplayName = request.Text("DisplayName") ?? document.DisplayName,
            };
            DocumentStore.Update(connection, document);
            DocumentStore.InsertVersion(connection, version);
            return JsonObject.Of(("DocumentDescription", shapes.Describe(document, version, "Updating")));
        });
    }

    private static void Check(IReadOnlyList<SsmDocumentVersion> others, SsmDocumentVersion version)
    {
        if (others.Any(other => other.Hash == version.Hash && other.Format == version.Format))
        {
            throw new ServiceException(
                "DuplicateDocumentContent", "The content of the association document matches another document. Change the content of the document and try again.");
        }

        if (version.VersionName is not null && others.Any(other => other.VersionName == version.VersionName))
        {
            throw new ServiceException("DuplicateDocumentVersionName", "The version name has already been used in this document. Specify a different version name, and then try again.");
        }

        if (others.Count >= MostVersions)
        {
            throw new ServiceException("DocumentVersionLimitExceeded", "The document has too many versions. Delete one or more document versions and try again.");
        }
    }
}
