using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Refuses members by name that the runtime does not serve: doing as if they were not there would change what a request means.</summary>
internal static class Refusals
{
    /// <summary>How requests were put before there were expressions.</summary>
    public static readonly string[] Legacy =
        ["AttributeUpdates", "Expected", "ConditionalOperator", "AttributesToGet", "KeyConditions", "QueryFilter", "ScanFilter", "IndexName"];

    public static void Check(JsonObject request, params string[] members)
    {
        if (Array.Find(members, name => request[name] is not (null or JsonNull)) is { } found)
        {
            throw TableErrors.NotServed(found);
        }
    }
}
