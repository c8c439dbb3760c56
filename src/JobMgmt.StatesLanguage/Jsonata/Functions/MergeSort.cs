using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A stable merge sort that asks the same questions in the same order as the reference implementation, whose comparator users see.</summary>
internal static class MergeSort
{
    /// <summary>Sorts; <paramref name="comesAfter"/> tells whether the first value belongs behind the second.</summary>
    public static JsonArray Sort(JsonArray array, Func<JsonValue?, JsonValue?, bool> comesAfter)
    {
        if (array.Count <= 1)
        {
            return array;
        }

        var items = new JsonValue?[array.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = array[i];
        }

        var result = new JsonataArray();
        foreach (var item in Sort(items, comesAfter))
        {
            result.Add(item);
        }

        return result;
    }

    private static JsonValue?[] Sort(JsonValue?[] items, Func<JsonValue?, JsonValue?, bool> comesAfter)
    {
        if (items.Length <= 1)
        {
            return items;
        }

        var middle = items.Length / 2;
        var left = new JsonValue?[middle];
        var right = new JsonValue?[items.Length - middle];
        Array.Copy(items, left, middle);
        Array.Copy(items, middle, right, 0, right.Length);
        return Merge(Sort(left, comesAfter), Sort(right, comesAfter), comesAfter);
    }

    private static JsonValue?[] Merge(JsonValue?[] left, JsonValue?[] right, Func<JsonValue?, JsonValue?, bool> comesAfter)
    {
        var merged = new JsonValue?[left.Length + right.Length];
        var l = 0;
        var r = 0;
        for (var i = 0; i < merged.Length; i++)
        {
            var takeRight = l == left.Length || (r < right.Length && comesAfter(left[l], right[r]));
            merged[i] = takeRight ? right[r++] : left[l++];
        }

        return merged;
    }
}
