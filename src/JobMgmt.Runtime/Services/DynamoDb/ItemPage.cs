using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>A page of Query or Scan: up to Limit items or 1 MB are looked at, the filter says which of them are answered.</summary>
internal sealed class ItemPage
{
    private const int MostBytes = 1 << 20;
    private readonly JsonObject _request;
    private readonly ICondition? _filter;
    private readonly Projection? _projection;
    private readonly long? _limit;
    private readonly List<JsonValue> _items = [];
    private long _bytes;
    private int _scanned;
    private JsonObject? _last;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">Its placeholders.</param>
    public ItemPage(JsonObject request, ExpressionScope scope)
    {
        Refusals.Check(request, Refusals.Legacy);
        _request = request;
        _filter = ConditionReader.Read(request.Text("FilterExpression"), ExpressionKind.Filter, scope);
        _projection = Projection.Read(request.Text("ProjectionExpression"), scope);
        _limit = request.Number("Limit");
        var select = request.Text("Select");
        if (select is "ALL_PROJECTED_ATTRIBUTES")
        {
            throw TableErrors.Parameters("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }

        if (select == "SPECIFIC_ATTRIBUTES" && _projection is null)
        {
            throw TableErrors.Parameters("Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }

        if (select is "ALL_ATTRIBUTES" or "COUNT" && _projection is not null)
        {
            throw TableErrors.Invalid($"Cannot specify the ProjectionExpression when choosing to get {(select == "COUNT" ? "only the Count" : "ALL_ATTRIBUTES")}");
        }
    }

    /// <summary>The key behind which to go on; null from the beginning.</summary>
    public JsonObject? Start => _request.Object("ExclusiveStartKey") is { } start ? AttributeRules.Normal(start) : null;

    /// <summary>A filter of a query is about what is not the key.</summary>
    public void CheckFilter(TableKey key)
    {
        if (_filter?.Paths.FirstOrDefault(path => key.Has(path.Root)) is { } path)
        {
            throw TableErrors.Invalid($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {path.Root}");
        }
    }

    /// <summary>Takes an item; whether the page has room for more.</summary>
    public bool Add(TableItemRecord item)
    {
        _scanned++;
        _bytes += item.Size;
        _last = item.Item;
        if (_filter?.Holds(item.Item) ?? true)
        {
            _items.Add(_projection?.Of(item.Item) ?? item.Item);
        }

        IsFull = _scanned == _limit || _bytes >= MostBytes;
        return !IsFull;
    }

    /// <summary>There may be more behind it.</summary>
    public bool IsFull { get; private set; }

    public JsonObject Answer(TableRecord table, TableKey key) => JsonObject.Of(
        ("Items", _request.Text("Select") == "COUNT" ? null : new JsonArray((IReadOnlyList<JsonValue>)_items)),
        ("Count", _items.Count),
        ("ScannedCount", _scanned),
        ("LastEvaluatedKey", IsFull ? key.Of(_last!) : null)).WithRead(_request, table.Name, _bytes);
}
