using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>
/// Tuples: a context value under <c>@</c> and the variables bound on the way to it. They are objects; a member whose value is null
/// is bound to undefined.
/// </summary>
internal static class Tuples
{
    /// <summary>A tuple with nothing bound yet.</summary>
    public static JsonObject Of(JsonValue? context) => JsonObject.FromUnique([new KeyValuePair<string, JsonValue>("@", context!)]);

    /// <summary>A tuple with some members more, or changed.</summary>
    public static JsonObject Extend(JsonObject tuple, IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        var result = tuple;
        foreach (var member in members)
        {
            result = result.With(member.Key, member.Value);
        }

        return ReferenceEquals(result, tuple) ? JsonObject.FromUnique(tuple.ToArray()) : result;
    }

    /// <summary>One tuple for a group of them: each variable has the values of all.</summary>
    public static JsonObject Reduce(JsonValue? data, EvaluationRun run)
    {
        if (data is JsonObject single)
        {
            return single;
        }

        var group = (JsonArray)data!;
        var result = (JsonObject)group[0];
        for (var i = 1; i < group.Count; i++)
        {
            foreach (var member in (JsonObject)group[i])
            {
                result = result.With(member.Key, Sequences.Append(result[member.Key], member.Value, run)!);
            }
        }

        return result;
    }
}
