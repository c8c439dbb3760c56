using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Documents;

/// <summary>AddTagsToResource.</summary>
internal sealed class AddTagsToResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "ResourceType").Required(request, "ResourceId").Required(request, "Tags").Enforce();
        var tags = TagList.Read(request, "Tags");
        return call.WriteAsync(connection => ResourceTags.Change(connection, request, old => TagList.With(old, tags)));
    }
}
