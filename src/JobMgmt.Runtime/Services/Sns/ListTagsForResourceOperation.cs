using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>ListTagsForResource, for topics.</summary>
internal sealed class ListTagsForResourceOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = SnsRequest.Required(request, "ResourceArn");
        var topic = database.Read(store => TopicStore.Find(store, arn)) ?? throw new ServiceException("ResourceNotFound", "Resource does not exist", 404);
        return Task.FromResult(JsonObject.Of(("Tags", topic.Tags)));
    }
}
