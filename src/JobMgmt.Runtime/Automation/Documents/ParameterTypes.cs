using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>
/// Values between their forms: typed, as steps see them; and as the API carries them, always a list of strings in which maps are JSON text.
/// </summary>
internal static class ParameterTypes
{
    public static bool TryParse(string name, out ParameterType type)
    {
        if (name.StartsWith("AWS::", StringComparison.Ordinal))
        {
            type = ParameterType.String;
            return true;
        }

        if (name.StartsWith("List<AWS::", StringComparison.Ordinal))
        {
            type = ParameterType.StringList;
            return true;
        }

        return Enum.TryParse(name, ignoreCase: false, out type) && !char.IsAsciiDigit(name[0]);
    }

    /// <summary>A list of strings to the typed value, or null where it does not fit.</summary>
    public static JsonValue? FromApi(ParameterType type, IReadOnlyList<string> values) => type switch
    {
        ParameterType.StringList => new JsonArray(values.Select(value => (JsonValue)value)),
        ParameterType.MapList => values.All(value => JsonValue.TryParse(value, out var map) && map is JsonObject)
            ? new JsonArray(values.Select(value => JsonValue.Parse(value)))
            : values is [var whole] && JsonValue.TryParse(whole, out var list) && list is JsonArray maps && maps.All(map => map is JsonObject) ? maps : null,
        _ when values.Count != 1 => null,
        ParameterType.String => values[0],
        ParameterType.Integer => long.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        ParameterType.Boolean => bool.TryParse(values[0], out var flag) ? flag : null,
        _ => JsonValue.TryParse(values[0], out var map) && map is JsonObject ? map : null,
    };

    /// <summary>The typed value as the API shows it.</summary>
    public static JsonArray ToApi(JsonValue value) => value switch
    {
        JsonArray list => new JsonArray(list.Select(item => (JsonValue)Text(item))),
        _ => new JsonArray([Text(value)]),
    };

    /// <summary>A value inside a text: strings as they are, all else as JSON.</summary>
    public static string Text(JsonValue value) => value is JsonString text ? text.Value : value.ToString();

    /// <summary>What a selector found, as the output's type; null where it can't be.</summary>
    public static JsonValue? Convert(ParameterType type, JsonValue found) => (type, found) switch
    {
        (_, JsonNull) => null,
        (ParameterType.String, _) => Text(found),
        (ParameterType.Integer, JsonNumber number) => number.TryToInt64(out var whole) ? whole : null,
        (ParameterType.Integer, JsonString text) => FromApi(type, [text.Value]),
        (ParameterType.Boolean, JsonBoolean) => found,
        (ParameterType.Boolean, JsonString text) => FromApi(type, [text.Value]),
        (ParameterType.StringMap, JsonObject) => found,
        (ParameterType.StringMap, JsonString text) => FromApi(type, [text.Value]),
        (ParameterType.StringList, JsonArray list) => new JsonArray(list.Select(item => (JsonValue)Text(item))),
        (ParameterType.StringList, JsonString or JsonNumber or JsonBoolean) => new JsonArray([Text(found)]),
        (ParameterType.MapList, JsonArray list) when list.All(item => item is JsonObject) => list,
        (ParameterType.MapList, JsonObject) => new JsonArray([found]),
        _ => null,
    };
}
