using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>UntagResource.</summary>
internal sealed class UntagResourceOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
    {
        var table = lookup.ByArn(store, request);
        TableStore.Update(store, table with { Tags = request.Texts("TagKeys").Aggregate(table.Tags, (tags, key) => tags.Without(key)) });
    });
}
