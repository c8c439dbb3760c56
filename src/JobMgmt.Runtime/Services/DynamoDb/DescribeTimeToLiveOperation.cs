using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>DescribeTimeToLive.</summary>
internal sealed class DescribeTimeToLiveOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var attribute = database.Read(store => lookup.Described(store, request)).TimeToLive;
        return Task.FromResult(JsonObject.Of(("TimeToLiveDescription", JsonObject.Of(
            ("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED"), ("AttributeName", attribute)))));
    }
}
