using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>ListTagsForResource, for log groups.</summary>
internal sealed class ListTagsForResourceOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(("tags", JsonValue.Parse(database.Read(store => lookup.GroupByArn(store, request.Text("resourceArn"))).Tags))));
}
