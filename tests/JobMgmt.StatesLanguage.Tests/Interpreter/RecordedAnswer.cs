using System.Text;
using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>Compares our values with recorded ones: <c>&lt;name&gt;</c> stands for any text, and texts that hold JSON compare as JSON.</summary>
internal static class RecordedAnswer
{
    private static readonly Regex _placeholder = new("<[A-Za-z_][A-Za-z0-9_:-]*>|(?<![A-Za-z])date(?![A-Za-z])|111111111111", RegexOptions.CultureInvariant);

    private static readonly Regex _time = new("^<(timestamp|datetime|date|[a-z]+-(date|time))>$", RegexOptions.CultureInvariant);

    public static bool Matches(JsonValue expected, JsonValue actual)
    {
        switch (expected)
        {
            case JsonObject expectedObject:
                return Unwrap(actual) is JsonObject actualObject
                    && expectedObject.Count == actualObject.Count
                    && expectedObject.All(member => actualObject[member.Key] is { } value && Matches(member.Value, value));
            case JsonArray expectedArray:
                return actual is JsonArray actualArray
                    && expectedArray.Count == actualArray.Count
                    && expectedArray.Zip(actualArray).All(pair => Matches(pair.First, pair.Second));
            case JsonString text:
                return MatchesText(text.Value, actual);
            default:
                return expected.Equals(actual);
        }
    }

    private static bool MatchesText(string expected, JsonValue actual)
    {
        if (actual is not JsonString { Value: var text })
        {
            return actual is JsonNumber && _time.IsMatch(expected); // a time has whatever type its protocol gives it
        }

        if (expected == text || (_placeholder.IsMatch(expected) && Pattern(expected).IsMatch(text)))
        {
            return true;
        }

        return JsonValue.TryParse(expected, out var expectedJson) && JsonValue.TryParse(text, out var actualJson)
            && expectedJson.Kind != JsonKind.String && Matches(expectedJson, actualJson);
    }

    private static Regex Pattern(string expected)
    {
        var pattern = new StringBuilder("^");
        var at = 0;
        foreach (Match match in _placeholder.Matches(expected))
        {
            pattern.Append(Regex.Escape(expected[at..match.Index])).Append(".+?");
            at = match.Index + match.Length;
        }

        return new Regex(pattern.Append(Regex.Escape(expected[at..])).Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private static JsonValue Unwrap(JsonValue actual) => actual is JsonString text && JsonValue.TryParse(text.Value, out var json) ? json : actual;
}
