using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>ListTables, by name.</summary>
internal sealed class ListTablesOperation(Database database) : IServiceOperation
{
    private const int Most = 100;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var limit = (int)(request.Number("Limit") ?? Most);
        var start = request.Text("ExclusiveStartTableName");
        var names = database.Read(TableStore.List).Select(table => table.Name).Where(name => start is null || string.CompareOrdinal(name, start) > 0).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("TableNames", new JsonArray(names.Take(limit).Select(name => (JsonValue)name!))),
            ("LastEvaluatedTableName", names.Length > limit ? (JsonValue?)names[limit - 1] : null)));
    }
}
