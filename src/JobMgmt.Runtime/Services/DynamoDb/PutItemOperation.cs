using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>PutItem.</summary>
internal sealed class PutItemOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var scope = new ExpressionScope(request, "ConditionExpression");
        var write = new ItemWrite(request, scope);
        scope.CheckUse();
        var returnsOld = write.ReturnsOld();
        var item = AttributeRules.Normal(request.Object("Item")!);
        return call.WriteAsync(store =>
        {
            var table = lookup.Table(store, request);
            var record = new TableKey(table.Definition).Record(item, isUpdate: false);
            var old = write.Old(store, table.Id, (record.Hash, record.Range));
            TableStore.PutItem(store, table.Id, record);
            return write.Answer(table, returnsOld ? old?.Item : null, Math.Max(record.Size, old?.Size ?? 0));
        });
    }
}
