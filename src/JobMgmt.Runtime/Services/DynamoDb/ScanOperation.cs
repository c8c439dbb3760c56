using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Scan: all items, or those of one segment of several.</summary>
internal sealed class ScanOperation(TableLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var scope = new ExpressionScope(request, "FilterExpression", "ProjectionExpression");
        var page = new ItemPage(request, scope);
        scope.CheckUse();
        var (segment, segments) = Segments(request);
        return Task.FromResult(database.Read(store =>
        {
            var table = lookup.Table(store, request);
            var key = new TableKey(table.Definition);
            TableStore.Scan(
                store, table.Id, page.Start is { } start ? key.Place(start) : null, item => SegmentOf(item.Hash, segments) != segment || page.Add(item));
            return page.Answer(table, key);
        }));
    }

    private static (long Segment, long Segments) Segments(JsonObject request) => (request.Number("Segment"), request.Number("TotalSegments")) switch
    {
        (null, null) => (0, 1),
        (null, _) => throw TableErrors.Invalid("The Segment parameter is required but was not present in the request when parameter TotalSegments is present"),
        (_, null) => throw TableErrors.Invalid("The TotalSegments parameter is required but was not present in the request when Segment parameter is present"),
        ({ } segment, { } all) when segment < all => (segment, all),
        ({ } segment, { } all) => throw TableErrors.Invalid(FormattableString.Invariant(
            $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than TotalSegments: {all}")),
    };

    // FNV-1a: the same item is in the same segment whenever it is asked for
    private static long SegmentOf(byte[] hash, long segments) => hash.Aggregate(2166136261u, (sum, value) => (sum ^ value) * 16777619u) % segments;
}
