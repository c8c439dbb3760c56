using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>ListDocumentVersions: newest first.</summary>
internal sealed class ListDocumentVersionsOperation(Database database, DocumentLibrary library) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        new Constraints().Name(name, "name", DocumentNames.Any).Enforce();
        var page = SsmPage.Read(request);
        var (document, versions) = database.Read(connection =>
        {
            var found = library.Get(connection, name!, null);
            return (found.Document, found.Document.Owner is null ? DocumentStore.Versions(connection, found.Document.Name) : [found.Version]);
        });
        var rest = versions.Where(version => page.Position is null || version.Version < DocumentLibrary.Number(document, page.Position)).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("DocumentVersions", new JsonArray(rest.Take(page.Count).Select(version => JsonObject.Of(
                ("Name", document.Name),
                ("DocumentVersion", DocumentDescription.Number(version.Version)),
                ("VersionName", version.VersionName),
                ("CreatedDate", version.Created.EpochSeconds()),
                ("IsDefaultVersion", version.Version == document.DefaultVersion),
                ("DocumentFormat", version.Format),
                ("Status", "Active"))))),
            ("NextToken", rest.Length > page.Count ? SsmPage.Next(DocumentDescription.Number(rest[page.Count - 1].Version)) : null)));
    }
}
