using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>DescribeTable. Size and count are those of the moment; AWS counts every six hours.</summary>
internal sealed class DescribeTableOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => Task.FromResult(database.Read(store =>
        JsonObject.Of(("Table", lookup.Description(store, lookup.Described(store, request), "ACTIVE")))));
}
