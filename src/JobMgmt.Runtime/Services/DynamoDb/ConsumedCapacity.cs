using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>What a request would use of a table's capacity, where it asks for that.</summary>
internal static class ConsumedCapacity
{
    private const int ReadBytes = 4096;
    private const int WriteBytes = 1024;

    public static JsonObject WithRead(this JsonObject answer, JsonObject request, string table, long bytes) =>
        answer.With(request, table, Math.Max(1, (bytes + ReadBytes - 1) / ReadBytes) * (request.Flag("ConsistentRead") == true ? 1 : 0.5));

    public static JsonObject WithWrite(this JsonObject answer, JsonObject request, string table, long bytes) =>
        answer.With(request, table, Math.Max(1, (bytes + WriteBytes - 1) / WriteBytes));

    private static JsonObject With(this JsonObject answer, JsonObject request, string table, double units)
    {
        var asked = request.Text("ReturnConsumedCapacity");
        if (asked is null or "NONE")
        {
            return answer;
        }

        var own = asked == "INDEXES" ? JsonObject.Of(("CapacityUnits", units)) : null;
        return answer.With("ConsumedCapacity", JsonObject.Of(("TableName", table), ("CapacityUnits", units), ("Table", own)));
    }
}
