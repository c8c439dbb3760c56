using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>ListTagsOfResource.</summary>
internal sealed class ListTagsOfResourceOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(database.Read(store => JsonObject.Of(("Tags", TableTags.List(lookup.ByArn(store, request).Tags)))));
}
