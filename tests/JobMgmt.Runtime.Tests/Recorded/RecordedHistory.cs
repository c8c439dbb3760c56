using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>Compares histories at the two levels that are right: identical, or the same tree in another order.</summary>
internal static class RecordedHistory
{
    public static string? Difference(RecordedComparison comparison, JsonArray expected, JsonArray actual) =>
        comparison.Difference(expected, actual, "/history") is { } difference && !IsSameTree(expected, actual) ? difference : null;

    private static JsonObject Content(JsonObject item) => item.Without("id").Without("previousEventId").Without("timestamp");

    /// <summary>
    /// Pairs the events off: each of ours with one recorded that has the same content and whose predecessor is the pair of ours. Where the order was left open (id [0]),
    /// and for the events that close a Map or Parallel, the content alone counts: which branch ended last is chance.
    /// </summary>
    private static bool IsSameTree(JsonArray expected, JsonArray actual)
    {
        var pairs = new Dictionary<string, string> { ["0"] = "0" };
        var open = expected.Cast<JsonObject>().ToList();
        foreach (var ours in actual.Cast<JsonObject>())
        {
            var match = open.Find(item => new RecordedComparison().Difference(Content(item), Content(ours)) is null && Follows(item, ours, pairs));
            if (match is null)
            {
                return false;
            }

            open.Remove(match);
            pairs[ours["id"]!.ToString()] = match["id"]!.ToString();
        }

        return open.Count == 0;
    }

    private static bool Follows(JsonObject recorded, JsonObject ours, Dictionary<string, string> pairs)
    {
        var type = ((JsonString)ours["type"]!).Value;
        var closes = (type.StartsWith("Map", StringComparison.Ordinal) || type.StartsWith("Parallel", StringComparison.Ordinal))
            && (type.EndsWith("Succeeded", StringComparison.Ordinal) || type.EndsWith("Exited", StringComparison.Ordinal) || type.EndsWith("Failed", StringComparison.Ordinal));
        return closes || recorded["id"] is JsonArray || pairs.GetValueOrDefault(ours["previousEventId"]!.ToString()) == recorded["previousEventId"]!.ToString();
    }
}
