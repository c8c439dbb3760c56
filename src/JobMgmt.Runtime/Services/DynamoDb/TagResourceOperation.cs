using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>TagResource.</summary>
internal sealed class TagResourceOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
    {
        var table = lookup.ByArn(store, request);
        TableStore.Update(store, table with { Tags = TableTags.Add(table.Tags, request) });
    });
}
