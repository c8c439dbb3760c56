using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>The strings of a JSONata state that may be expressions, with their places. Other fields (Comment, Next, ErrorEquals) are plain text.</summary>
internal static class JsonataTexts
{
    private static readonly string[] _fields =
    [
        "Arguments", "Assign", "Output", "Credentials", "TimeoutSeconds", "HeartbeatSeconds", "Seconds", "Timestamp", "Error", "Cause", "Items", "ItemSelector",
        "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage", "ItemBatcher",
    ];

    private static readonly string[] _entryFields = ["Condition", "Assign", "Output"];

    /// <summary>Each string, its place, and whether it stands in a Catch, where alone <c>$states.errorOutput</c> is.</summary>
    public static IEnumerable<(string Text, string Location, bool InCatch)> Of(StateNode state)
    {
        foreach (var member in state.Body)
        {
            if (_fields.Contains(member.Key))
            {
                foreach (var (text, location) in Leaves(member.Value, state.At(member.Key)))
                {
                    yield return (text, location, false);
                }
            }
            else if (member.Key is "Choices" or "Catch" && member.Value is JsonArray entries)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    foreach (var (text, location) in Entry(entries[i] as JsonObject, state.At($"{member.Key}[{i}]")))
                    {
                        yield return (text, location, member.Key == "Catch");
                    }
                }
            }
        }

        foreach (var field in new[] { "ItemReader", "ResultWriter" })
        {
            if ((state.Body[field] as JsonObject)?["Arguments"] is { } arguments)
            {
                foreach (var (text, location) in Leaves(arguments, state.At($"{field}/Arguments")))
                {
                    yield return (text, location, false);
                }
            }
        }

        if (((state.Body["ItemReader"] as JsonObject)?["ReaderConfig"] as JsonObject)?["MaxItems"] is JsonString maxItems)
        {
            yield return (maxItems.Value, state.At("ItemReader/ReaderConfig/MaxItems"), false);
        }
    }

    private static IEnumerable<(string Text, string Location)> Entry(JsonObject? entry, string location) => entry is null ? [] : entry
        .Where(member => _entryFields.Contains(member.Key))
        .SelectMany(member => Leaves(member.Value, $"{location}/{member.Key}"));

    private static IEnumerable<(string Text, string Location)> Leaves(JsonValue value, string location) => value switch
    {
        JsonString text => [(text.Value, location)],
        JsonArray array => array.SelectMany((item, i) => Leaves(item, $"{location}[{i}]")),
        JsonObject obj => obj.SelectMany(member => Leaves(member.Value, $"{location}/{member.Key}")),
        _ => [],
    };
}
