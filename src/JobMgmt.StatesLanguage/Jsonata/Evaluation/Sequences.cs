using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Joining values into arrays.</summary>
internal static class Sequences
{
    /// <summary>
    /// <c>$append</c>: what is undefined adds nothing, what is no array counts as an array of one. The result is a plain array:
    /// as in the reference implementation it is no sequence, even where its parts are.
    /// </summary>
    public static JsonValue? Append(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        var result = new JsonataArray();
        AddAll(result, left);
        AddAll(result, right);
        run.CheckItems(result.Count);
        return result;
    }

    /// <summary>Adds a value to an array that the caller has made, taking an array apart.</summary>
    public static void AddAll(JsonataArray target, JsonValue? value)
    {
        if (value is JsonataArray made)
        {
            target.Items.AddRange(made.Items);
        }
        else if (value is JsonArray array)
        {
            target.Items.AddRange(array);
        }
        else
        {
            target.Add(value);
        }
    }

    /// <summary>The value as a list of items: an array's own, else the value alone.</summary>
    public static JsonArray AsArray(JsonValue? value) => value as JsonArray ?? JsonataArray.Sequence(value);

    /// <summary>All that is no array in an array, however deep.</summary>
    public static void Flatten(JsonArray array, JsonataArray target)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonArray inner)
            {
                Flatten(inner, target);
            }
            else
            {
                target.Add(array[i]);
            }
        }
    }
}
