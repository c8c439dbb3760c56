using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>UpdateDocumentDefaultVersion.</summary>
internal sealed class UpdateDocumentDefaultVersionOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = request.Text("Name");
        var wanted = request.Text("DocumentVersion");
        new Constraints().Name(name, "name", DocumentNames.Own).Check(wanted is not null, null, "documentVersion", "Member must not be null")
            .Pattern(wanted, "documentVersion", "(^[1-9][0-9]*$)").Enforce();
        return call.WriteAsync(connection =>
        {
            var document = DocumentLibrary.Own(connection, name!);
            var version = DocumentStore.FindVersion(connection, document.Name, DocumentLibrary.Number(document, wanted)) ?? throw DocumentLibrary.NoVersion();
            DocumentStore.Update(connection, document with { DefaultVersion = version.Version });
            return JsonObject.Of(("Description", JsonObject.Of(
                ("Name", document.Name),
                ("DefaultVersion", DocumentDescription.Number(version.Version)),
                ("DefaultVersionName", version.VersionName))));
        });
    }
}
