using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Values;

/// <summary>Attribute values are kept in the form of the wire: an object whose one member's name is the type. What can be asked of them is here.</summary>
internal static class AttributeValues
{
    /// <summary>All types.</summary>
    public static readonly IReadOnlyList<string> Types = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

    /// <summary>A value's type.</summary>
    public static string Type(JsonObject value) => value[0].Key;

    public static bool Is(JsonObject? value, string type) => value is not null && Type(value) == type;

    /// <summary>The text of an S, N or B.</summary>
    public static string Text(JsonObject value) => ((JsonString)value[0].Value).Value;

    public static TableNumber Number(JsonObject value) => TableNumber.Parse(Text(value));

    /// <summary>The members of a set, or the items of an L.</summary>
    public static JsonArray Items(JsonObject value) => (JsonArray)value[0].Value;

    /// <summary>The attributes of an M.</summary>
    public static JsonObject Map(JsonObject value) => (JsonObject)value[0].Value;

    public static JsonObject Of(string type, JsonValue value) => JsonObject.Of((type, value));

    /// <summary>Whether two values are the same. Numbers are kept in one form, so texts tell; sets and maps have no order.</summary>
    public static bool Same(JsonObject left, JsonObject right) => Type(left) == Type(right) && Type(left) switch
    {
        "SS" or "NS" or "BS" => Items(left).Count == Items(right).Count && Items(left).ToHashSet().SetEquals(Items(right)),
        "L" => Items(left).Count == Items(right).Count && Items(left).Zip(Items(right)).All(pair => Same((JsonObject)pair.First, (JsonObject)pair.Second)),
        "M" => Map(left).Count == Map(right).Count && Map(left).All(member => Map(right)[member.Key] is JsonObject other && Same((JsonObject)member.Value, other)),
        _ => left[0].Value.Equals(right[0].Value),
    };

    /// <summary>How two values of one type are in order; null where they have none.</summary>
    public static int? Compare(JsonObject left, JsonObject right) => (Type(left), Type(right)) switch
    {
        ("S", "S") => Encoding.UTF8.GetBytes(Text(left)).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(Text(right))),
        ("N", "N") => Number(left).CompareTo(Number(right)),
        ("B", "B") => Convert.FromBase64String(Text(left)).AsSpan().SequenceCompareTo(Convert.FromBase64String(Text(right))),
        _ => null,
    };

    /// <summary>What the function <c>size</c> tells; null for types that have none.</summary>
    public static int? Count(JsonObject value) => Type(value) switch
    {
        "S" => Text(value).EnumerateRunes().Count(),
        "B" => Convert.FromBase64String(Text(value)).Length,
        "M" => Map(value).Count,
        "SS" or "NS" or "BS" or "L" => Items(value).Count,
        _ => null,
    };
}
