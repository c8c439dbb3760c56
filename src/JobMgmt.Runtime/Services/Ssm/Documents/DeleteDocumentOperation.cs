using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>DeleteDocument: all of it, or one version that is not the default. Automations that run it go on.</summary>
internal sealed class DeleteDocumentOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var wanted = request.Text("DocumentVersion");
        new Constraints().Name(name, "name", DocumentNames.Own).Version(wanted, "documentVersion").Enforce();
        return call.WriteAsync(connection =>
        {
            var document = DocumentLibrary.Own(connection, name!);
            var versions = DocumentStore.Versions(connection, document.Name);
            var named = request.Text("VersionName");
            if (wanted is null && named is null)
            {
                DocumentStore.Delete(connection, document.Name);
                return;
            }

            var number = named is null ? DocumentLibrary.Number(document, wanted) : versions.FirstOrDefault(version => version.VersionName == named)?.Version;
            var version = versions.FirstOrDefault(version => version.Version == number) ?? throw DocumentLibrary.NoVersion();
            if (version.Version == document.DefaultVersion)
            {
                throw new ServiceException("InvalidDocumentOperation", "Default version of the document can't be deleted.");
            }

            DocumentStore.DeleteVersion(connection, document.Name, version.Version);
            if (version.Version == document.LatestVersion)
            {
                DocumentStore.Update(connection, document with { LatestVersion = versions.Where(other => other != version).Max(other => other.Version) });
            }
        });
    }
}
