using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Whether two values have the same content. Numbers compare as doubles; the order of members does not count.</summary>
internal static class DeepEquality
{
    public static bool AreEqual(JsonValue? left, JsonValue? right)
    {
        if (ReferenceEquals(left, right))
        {
            return left is not JsonNumber number || !double.IsNaN(number.ToDouble());
        }

        return (left, right) switch
        {
            (JsonNumber a, JsonNumber b) => a.ToDouble() == b.ToDouble(),
            (JsonString a, JsonString b) => a.Value == b.Value,
            (JsonArray a, JsonArray b) => ItemsEqual(a, b),
            (JsonObject a, JsonObject b) => MembersEqual(a, b),
            _ => false,
        };
    }

    /// <summary>JavaScript's <c>===</c>: arrays and objects only with themselves.</summary>
    public static bool AreSame(JsonValue? left, JsonValue? right) =>
        left is JsonArray or JsonObject ? ReferenceEquals(left, right) : AreEqual(left, right);

    private static bool ItemsEqual(JsonArray left, JsonArray right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MembersEqual(JsonObject left, JsonObject right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < left.Count; i++)
        {
            var member = left[i];
            if (!right.Contains(member.Key) || !AreEqual(member.Value, right[member.Key]))
            {
                return false;
            }
        }

        return true;
    }
}
