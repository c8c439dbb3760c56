using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>DescribeDocument.</summary>
internal sealed class DescribeDocumentOperation(Database database, DocumentLibrary library, DocumentDescription shapes) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var version = request.Text("DocumentVersion");
        new Constraints().Name(name, "name", DocumentNames.Any).Version(version, "documentVersion").Enforce();
        var found = database.Read(connection => library.Get(connection, name!, version, request.Text("VersionName")));
        return Task.FromResult(JsonObject.Of(("Document", shapes.Describe(found.Document, found.Version))));
    }
}
