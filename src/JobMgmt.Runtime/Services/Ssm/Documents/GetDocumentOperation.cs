using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>GetDocument: the content as it was sent, or in the other format where that is asked for. The default format is JSON, as on AWS.</summary>
internal sealed class GetDocumentOperation(Database database, DocumentLibrary library) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var wanted = request.Text("DocumentVersion");
        var format = request.Text("DocumentFormat") ?? "JSON";
        new Constraints().Name(name, "name", DocumentNames.Any).Version(wanted, "documentVersion").OneOf(format, "documentFormat", "YAML", "JSON", "TEXT").Enforce();
        var (document, version) = database.Read(connection => library.Get(connection, name!, wanted, request.Text("VersionName")));
        format = format == "TEXT" || version.Format == "TEXT" ? version.Format : format;
        return Task.FromResult(JsonObject.Of(
            ("Name", document.Name),
            ("CreatedDate", version.Created.EpochSeconds()),
            ("DisplayName", document.DisplayName),
            ("VersionName", version.VersionName),
            ("DocumentVersion", DocumentDescription.Number(version.Version)),
            ("Status", "Active"),
            ("Content", DocumentContent.Convert(version.Content, version.Format, format)),
            ("DocumentType", document.Type),
            ("DocumentFormat", format)));
    }
}
