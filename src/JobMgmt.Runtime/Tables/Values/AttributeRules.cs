using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Values;

/// <summary>Checks the attribute values of a request, and brings them into the form in which they are kept: numbers in one spelling.</summary>
internal static class AttributeRules
{
    private const int MostLevels = 32;

    /// <summary>An item, or the values of expressions.</summary>
    /// <exception cref="Services.ServiceException">A value is none.</exception>
    public static JsonObject Normal(JsonObject item) => Map(item, 0);

    private static JsonObject Map(JsonObject map, int level) => new(map.Select(member => KeyValuePair.Create(member.Key, (JsonValue)Value(member.Value, level))));

    private static JsonObject Value(JsonValue value, int level)
    {
        var members = value is JsonObject attribute ? attribute.Where(member => member.Value is not JsonNull && AttributeValues.Types.Contains(member.Key)).ToArray() : [];
        if (members.Length != 1)
        {
            throw TableErrors.Invalid(members.Length == 0
                ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
                : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }

        if (level > MostLevels)
        {
            throw TableErrors.Invalid("Nesting Levels have exceeded supported limits");
        }

        var (type, content) = members[0];
        return AttributeValues.Of(type, (type, content) switch
        {
            ("S", JsonString) => content,
            ("N", JsonString text) => TableNumber.Parse(text.Value).ToString()!,
            ("B", JsonString text) => Binary(text),
            ("BOOL", JsonBoolean) => content,
            ("NULL", JsonBoolean { Value: true }) => content,
            ("NULL", JsonBoolean) => throw TableErrors.Parameters("Null attribute value types must have the value of true"),
            ("M", JsonObject map) => Map(map, level + 1),
            ("L", JsonArray list) => new JsonArray(list.Select(item => (JsonValue)Value(item, level + 1))),
            ("SS", JsonArray set) => Set(set, "string", item => item),
            ("NS", JsonArray set) => Set(set, "number", item => TableNumber.Parse(item.Value).ToString()!),
            ("BS", JsonArray set) => Set(set, "binary", Binary),
            _ => throw new Services.ServiceException("SerializationException", $"{content.Kind} value cannot be converted to the attribute type {type}"),
        });
    }

    private static JsonArray Set(JsonArray set, string kind, Func<JsonString, JsonValue> normal)
    {
        if (set.Count == 0)
        {
            throw TableErrors.Parameters(string.Create(CultureInfo.InvariantCulture, $"An {kind} set  may not be empty"));
        }

        var items = set.Select(item => normal(item as JsonString ?? throw new Services.ServiceException("SerializationException", $"{item.Kind} value cannot be converted to String"))).ToArray();
        return items.Distinct().Count() == items.Length ? new JsonArray((IReadOnlyList<JsonValue>)items)
            : throw TableErrors.Parameters($"Input collection [{string.Join(", ", items.Select(item => ((JsonString)item).Value))}] contains duplicates.");
    }

    private static JsonValue Binary(JsonString text)
    {
        try
        {
            return Convert.ToBase64String(Convert.FromBase64String(text.Value))!;
        }
        catch (FormatException)
        {
            throw new Services.ServiceException("SerializationException", "A binary value is not in Base64.");
        }
    }
}
