using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary>The table of comparison operators. A missing side (null) makes all of them false but <c>!=</c>, <c>nin</c> and <c>empty false</c>.</summary>
internal static class FilterOperators
{
    /// <summary>Operators written as signs, the longer first.</summary>
    public static IReadOnlyList<(string Sign, Func<JsonValue?, JsonValue?, bool> Test)> Signs { get; } = new (string, Func<JsonValue?, JsonValue?, bool>)[]
    {
        ("==", Equal),
        ("!=", (left, right) => !Equal(left, right)),
        ("<=", (left, right) => Order(left, right) <= 0),
        (">=", (left, right) => Order(left, right) >= 0),
        ("<", (left, right) => Order(left, right) < 0),
        (">", (left, right) => Order(left, right) > 0),
    };

    /// <summary>Operators written as words, in any case.</summary>
    public static IReadOnlyDictionary<string, Func<JsonValue?, JsonValue?, bool>> Words { get; } =
        new Dictionary<string, Func<JsonValue?, JsonValue?, bool>>(StringComparer.OrdinalIgnoreCase)
        {
            ["in"] = (left, right) => left is not null && right is JsonArray set && set.Contains(left),
            ["nin"] = (left, right) => !(left is not null && right is JsonArray set && set.Contains(left)),
            ["subsetof"] = (left, right) => left is JsonArray part && right is JsonArray set && part.All(set.Contains),
            ["anyof"] = (left, right) => left is JsonArray some && right is JsonArray set && some.Any(set.Contains),
            ["noneof"] = (left, right) => left is JsonArray some && right is JsonArray set && !some.Any(set.Contains),
            ["all"] = (left, right) => left is JsonArray set && right is JsonArray wanted && wanted.All(set.Contains),
            ["contains"] = Contains,
            ["size"] = (left, right) => left is not null && right is JsonNumber size && Length(left) is { } length && Equal(new JsonNumber(length), size),
            ["empty"] = (left, right) => left is not null && right is JsonBoolean wanted && (Length(left) == 0) == wanted.Value,
        };

    private static bool Equal(JsonValue? left, JsonValue? right) => left is not null && left.Equals(right);

    // Jayway compares numbers with numbers and strings with strings; anything else has no order.
    private static int? Order(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonNumber a, JsonNumber b) => JsonNumber.Compare(a, b),
        (JsonString a, JsonString b) => string.CompareOrdinal(a.Value, b.Value),
        _ => null,
    };

    private static bool Contains(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonArray items, { } item) => items.Contains(item),
        (JsonString text, JsonString part) => text.Value.IndexOf(part.Value, StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private static int? Length(JsonValue value) => value switch
    {
        JsonArray array => array.Count,
        JsonObject obj => obj.Count,
        JsonString text => text.Value.Length,
        _ => null,
    };
}
