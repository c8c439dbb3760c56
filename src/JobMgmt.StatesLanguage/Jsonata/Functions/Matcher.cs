using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>Asks a matching function, a regular expression or one of the user's, for its matches.</summary>
internal static class Matcher
{
    /// <summary>The first match; null where there is none.</summary>
    public static JsonObject? First(Arguments arguments, JsonataFunction matcher, string text) => Check(arguments.Call(matcher, text));

    /// <summary>The matches one after another, at most so many.</summary>
    public static IEnumerable<JsonObject> Matches(Arguments arguments, JsonataFunction matcher, string text, double limit)
    {
        if (!(limit > 0))
        {
            yield break;
        }

        var match = First(arguments, matcher, text);
        for (var count = 0; match is not null && count < limit; count++)
        {
            yield return match;
            match = match["next"] is JsonataFunction next ? Check(arguments.Call(next, (JsonValue?)null)) : throw new JsonataException("T1010");
        }
    }

    /// <summary>A place that a match tells, kept within the text.</summary>
    public static int Place(JsonObject match, string name, string text) =>
        match[name] is JsonNumber number ? (int)Math.Max(0, Math.Min(number.ToDouble(), text.Length)) : 0;

    /// <summary>The text that matched.</summary>
    public static string Text(JsonObject match) => match["match"] is JsonString text ? text.Value : string.Empty;

    private static JsonObject? Check(JsonValue? result) => result switch
    {
        null or JsonNull or JsonBoolean { Value: false } => null,
        JsonObject match when match["start"] is JsonNumber || match["end"] is JsonNumber || match["groups"] is JsonArray || match["next"] is JsonataFunction => match,
        _ => throw new JsonataException("T1010"),
    };
}
