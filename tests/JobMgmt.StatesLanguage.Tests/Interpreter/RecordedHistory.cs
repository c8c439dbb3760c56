using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>Compares a history with a recorded one: identical, or, where the recording left the order of branches open, the same tree.</summary>
internal static class RecordedHistory
{
    /// <summary>Null where they agree; else what does not.</summary>
    public static string? Difference(JsonArray expected, JsonArray actual)
    {
        if (expected.Count != actual.Count)
        {
            return $"{expected.Count} events expected, {actual.Count} found.\n{Show(expected, actual)}";
        }

        if (expected.Zip(actual).All(pair => IsIdentical((JsonObject)pair.First, (JsonObject)pair.Second)))
        {
            return null;
        }

        var orderIsOpen = expected.Any(item => ((JsonObject)item)["id"] is JsonArray);
        return orderIsOpen && IsSameTree(expected, actual) ? null : Show(expected, actual);
    }

    private static bool IsIdentical(JsonObject expected, JsonObject actual) =>
        expected["id"]!.Equals(actual["id"]) && expected["previousEventId"]!.Equals(actual["previousEventId"]) && HasSameContent(expected, actual);

    private static bool HasSameContent(JsonObject expected, JsonObject actual) =>
        RecordedAnswer.Matches(Content(expected), Content(actual));

    private static JsonObject Content(JsonObject item) => item.Without("id").Without("previousEventId").Without("timestamp");

    /// <summary>
    /// Pairs the events off: each of ours with one recorded that has the same content and whose predecessor is paired with ours. Where the order was
    /// left open (id [0]), and for the events that close a Map or Parallel, content alone counts.
    /// </summary>
    private static bool IsSameTree(JsonArray expected, JsonArray actual)
    {
        var paired = new Dictionary<string, string> { ["0"] = "0" };
        var open = expected.Cast<JsonObject>().ToList();
        foreach (var ours in actual.Cast<JsonObject>())
        {
            var match = open.Find(item => HasSameContent(item, ours) && Follows(item, ours, paired));
            if (match is null)
            {
                return false;
            }

            open.Remove(match);
            if (match["id"] is JsonNumber)
            {
                paired[ours["id"]!.ToString()] = match["id"]!.ToString();
            }
        }

        return true;
    }

    private static bool Follows(JsonObject recorded, JsonObject ours, Dictionary<string, string> paired)
    {
        var type = ((JsonString)ours["type"]!).Value;
        var closes = (type.StartsWith("Map", StringComparison.Ordinal) || type.StartsWith("Parallel", StringComparison.Ordinal))
            && !type.EndsWith("Entered", StringComparison.Ordinal) && !type.EndsWith("StateStarted", StringComparison.Ordinal);
        return closes
            || recorded["id"] is not JsonNumber
            || (paired.TryGetValue(ours["previousEventId"]!.ToString(), out var previous) && previous == recorded["previousEventId"]!.ToString());
    }

    private static string Show(JsonArray expected, JsonArray actual)
    {
        var lines = new List<string>();
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var left = i < expected.Count ? ((JsonObject)expected[i]).Without("timestamp") : null;
            var right = i < actual.Count ? (JsonObject)actual[i] : null;
            if (left is null || right is null || !IsIdentical(left, right))
            {
                lines.Add($"expected {left}\n     got {right}");
            }
        }

        return string.Join("\n", lines.Take(8));
    }
}
