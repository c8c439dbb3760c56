using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>RemoveTagsFromResource.</summary>
internal sealed class RemoveTagsFromResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "ResourceType").Required(request, "ResourceId").Required(request, "TagKeys").Enforce();
        var keys = request.Texts("TagKeys");
        return call.WriteAsync(connection => ResourceTags.Change(connection, request, old => TagList.Without(old, keys)));
    }
}
