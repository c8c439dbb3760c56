using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>DeleteItem. Of an item that is not there it does nothing.</summary>
internal sealed class DeleteItemOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var scope = new ExpressionScope(request, "ConditionExpression");
        var write = new ItemWrite(request, scope);
        scope.CheckUse();
        var returnsOld = write.ReturnsOld();
        var key = AttributeRules.Normal(request.Object("Key")!);
        return call.WriteAsync(store =>
        {
            var table = lookup.Table(store, request);
            var place = new TableKey(table.Definition).Place(key);
            var old = write.Old(store, table.Id, place);
            TableStore.DeleteItem(store, table.Id, place.Hash, place.Range);
            return write.Answer(table, returnsOld ? old?.Item : null, old?.Size ?? 0);
        });
    }
}
