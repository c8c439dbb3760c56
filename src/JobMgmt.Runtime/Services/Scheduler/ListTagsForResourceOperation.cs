using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>ListTagsForResource, for groups.</summary>
internal sealed class ListTagsForResourceOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(("Tags", new JsonArray(
            database.Read(store => GroupRequest.FindByArn(store, request)).Tags.Select(tag => (JsonValue)JsonObject.Of(("Key", tag.Key), ("Value", tag.Value)))))));
}
