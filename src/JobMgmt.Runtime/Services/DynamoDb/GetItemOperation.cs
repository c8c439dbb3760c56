using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>GetItem. Every read is consistent here.</summary>
internal sealed class GetItemOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        Refusals.Check(request, Refusals.Legacy);
        var scope = new ExpressionScope(request, "ProjectionExpression");
        var projection = Projection.Read(request.Text("ProjectionExpression"), scope);
        scope.CheckUse();
        var key = AttributeRules.Normal(request.Object("Key")!);
        return Task.FromResult(database.Read(store =>
        {
            var table = lookup.Table(store, request);
            var (hash, range) = new TableKey(table.Definition).Place(key);
            var found = TableStore.FindItem(store, table.Id, hash, range);
            return JsonObject.Of(("Item", found is null ? null : projection?.Of(found.Item) ?? found.Item)).WithRead(request, table.Name, found?.Size ?? 0);
        }));
    }
}
