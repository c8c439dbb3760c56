using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>What updates count and join.</summary>
internal static class UpdateArithmetic
{
    /// <summary>ADD: a number to a number, or a set to a set; to nothing, the value itself.</summary>
    public static JsonObject Add(JsonObject? old, JsonObject value) =>
        old is null ? value
        : AttributeValues.Type(old) != AttributeValues.Type(value) ? throw TableErrors.WrongOperand
        : AttributeValues.Is(value, "N") ? Sum(old, value, subtract: false)
        : AttributeValues.Of(AttributeValues.Type(value), new JsonArray(AttributeValues.Items(old).Union(AttributeValues.Items(value))));

    /// <summary>DELETE: a set without the members of another; null where none are left.</summary>
    public static JsonObject? Delete(JsonObject? old, JsonObject value)
    {
        if (old is null)
        {
            return null;
        }

        if (AttributeValues.Type(old) != AttributeValues.Type(value))
        {
            throw TableErrors.WrongOperand;
        }

        var left = AttributeValues.Items(old).Except(AttributeValues.Items(value)).ToArray();
        return left.Length == 0 ? null : AttributeValues.Of(AttributeValues.Type(old), new JsonArray((IReadOnlyList<JsonValue>)left));
    }

    public static JsonObject Sum(JsonObject left, JsonObject right, bool subtract)
    {
        if (!AttributeValues.Is(left, "N") || !AttributeValues.Is(right, "N"))
        {
            throw TableErrors.WrongOperand;
        }

        var (one, other) = (AttributeValues.Number(left), AttributeValues.Number(right));
        return AttributeValues.Of("N", (subtract ? one - other : one + other).ToString()!);
    }

    public static JsonObject Append(JsonObject left, JsonObject right) =>
        AttributeValues.Is(left, "L") && AttributeValues.Is(right, "L")
            ? AttributeValues.Of("L", new JsonArray(AttributeValues.Items(left).Concat(AttributeValues.Items(right))))
            : throw TableErrors.WrongOperand;
}
