using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>What counts as true.</summary>
internal static class Truth
{
    /// <summary><c>$boolean</c>: false for what is empty, zero, null or a function, and for an array in which nothing is true; null for undefined.</summary>
    public static bool? Of(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return null;
            case JsonataFunction:
                return false;
            case JsonArray array:
                return AnyTrue(array);
        }

        return value.Kind switch
        {
            JsonKind.String => ((JsonString)value).Value.Length > 0,
            JsonKind.Number => Numbers.Numeric.IsNumeric(value, out var number) && number != 0,
            JsonKind.Boolean => ((JsonBoolean)value).Value,
            JsonKind.Object => ((JsonObject)value).Count > 0,
            _ => false,
        };
    }

    /// <summary>The same, with false for undefined.</summary>
    public static bool IsTrue(JsonValue? value) => Of(value) == true;

    /// <summary>JavaScript's own notion, where the reference implementation uses it: every array and object is true.</summary>
    public static bool IsJavaScriptTruthy(JsonValue? value) => value switch
    {
        null or JsonNull => false,
        JsonBoolean boolean => boolean.Value,
        JsonString text => text.Value.Length > 0,
        JsonNumber number => number.ToDouble() is not 0 and not double.NaN,
        _ => true,
    };

    private static bool AnyTrue(JsonArray array)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < array.Count; i++)
        {
            if (Of(array[i]) == true)
            {
                return true;
            }
        }

        return false;
    }
}
