using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>ListTagsForResource.</summary>
internal sealed class ListTagsForResourceOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "ResourceType").Required(request, "ResourceId").Enforce();
        return Task.FromResult(JsonObject.Of(("TagList", database.Read(connection => ResourceTags.Get(connection, request)))));
    }
}
