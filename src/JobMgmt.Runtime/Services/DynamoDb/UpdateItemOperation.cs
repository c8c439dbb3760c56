using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>UpdateItem: changes an item, or makes it.</summary>
internal sealed class UpdateItemOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var scope = new ExpressionScope(request, "UpdateExpression", "ConditionExpression");
        var update = UpdateReader.Read(request.Text("UpdateExpression"), scope);
        var write = new ItemWrite(request, scope);
        scope.CheckUse();
        var key = AttributeRules.Normal(request.Object("Key")!);
        return call.WriteAsync(store =>
        {
            var table = lookup.Table(store, request);
            var schema = new TableKey(table.Definition);
            var place = schema.Place(key);
            CheckKeyStays(update, schema);
            var old = write.Old(store, table.Id, place);
            var item = update?.Apply(old?.Item ?? key) ?? old?.Item ?? key;
            var record = schema.Record(item, isUpdate: true);
            TableStore.PutItem(store, table.Id, record);
            return write.Answer(table, Returned(request.Text("ReturnValues"), update, old?.Item, item), Math.Max(record.Size, old?.Size ?? 0));
        });
    }

    private static void CheckKeyStays(UpdateExpression? update, TableKey key)
    {
        if (update?.Actions.FirstOrDefault(action => key.Has(action.Path.Root)) is { } action)
        {
            throw TableErrors.Parameters($"Cannot update attribute {action.Path.Root}. This attribute is part of the key");
        }
    }

    private static JsonObject? Returned(string? values, UpdateExpression? update, JsonObject? old, JsonObject item)
    {
        var attributes = values switch
        {
            "ALL_OLD" => old,
            "ALL_NEW" => item,
            "UPDATED_OLD" when old is not null => update?.Changes.Of(old),
            "UPDATED_NEW" => update?.Changes.Of(item),
            _ => null,
        };
        return attributes is { Count: > 0 } ? attributes : null;
    }
}
