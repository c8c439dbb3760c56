using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Query: the items of one hash key, in the order of the range key.</summary>
internal sealed class QueryOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var scope = new ExpressionScope(request, "KeyConditionExpression", "FilterExpression", "ProjectionExpression");
        var condition = ConditionReader.Read(request.Text("KeyConditionExpression"), ExpressionKind.KeyCondition, scope)
            ?? throw TableErrors.Invalid("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var page = new ItemPage(request, scope);
        scope.CheckUse();
        return Task.FromResult(database.Read(store =>
        {
            var table = lookup.Table(store, request);
            var key = new TableKey(table.Definition);
            var asked = KeyCondition.Read(condition, key);
            page.CheckFilter(key);
            var start = page.Start is { } from ? key.Place(from) : ((byte[] Hash, byte[] Range)?)null;
            if (start is { } place && !place.Hash.AsSpan().SequenceEqual(asked.Hash))
            {
                throw TableErrors.Invalid("The provided starting key is outside query boundaries based on provided conditions");
            }

            // beyond one without a range key there is nothing
            if (key.Range is not null || start is null)
            {
                TableStore.Query(
                    store, table.Id, asked.Hash, start?.Range, request.Flag("ScanIndexForward") ?? true, item => !asked.Holds(item.Item) || page.Add(item));
            }

            return page.Answer(table, key);
        }));
    }
}
