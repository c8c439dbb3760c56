using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>What PutItem, UpdateItem and DeleteItem share: the condition, the item as it was, and what is answered of it.</summary>
internal sealed class ItemWrite
{
    private readonly JsonObject _request;
    private readonly ICondition? _condition;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">Its placeholders.</param>
    public ItemWrite(JsonObject request, ExpressionScope scope)
    {
        Refusals.Check(request, Refusals.Legacy);
        _request = request;
        _condition = ConditionReader.Read(request.Text("ConditionExpression"), ExpressionKind.Condition, scope);
    }

    /// <summary>The item as it is, once the condition holds of it.</summary>
    /// <exception cref="ServiceException">It does not.</exception>
    public TableItemRecord? Old(StoreConnection store, long table, (byte[] Hash, byte[] Range) place)
    {
        var old = TableStore.FindItem(store, table, place.Hash, place.Range);
        return _condition is null || _condition.Holds(old?.Item ?? JsonObject.Empty) ? old
            : throw TableErrors.ConditionFailed(_request.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD" ? old?.Item : null);
    }

    /// <summary>The answer: the attributes that the request asks for, none where the item was not there.</summary>
    public JsonObject Answer(TableRecord table, JsonObject? attributes, long bytes) =>
        JsonObject.Of(("Attributes", attributes)).WithWrite(_request, table.Name, bytes);

    /// <summary>Refuses a ReturnValues that is for UpdateItem alone; whether the item as it was is to be returned.</summary>
    public bool ReturnsOld() => _request.Text("ReturnValues") switch
    {
        null or "NONE" => false,
        "ALL_OLD" => true,
        _ => throw TableErrors.Invalid("Return values set to invalid value"),
    };
}
