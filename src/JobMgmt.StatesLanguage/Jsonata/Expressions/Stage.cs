using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>What follows a step in brackets (a filter), or a <c>#</c> behind such a filter (a position).</summary>
internal sealed class Stage
{
    private readonly Expression? _predicate;
    private readonly string? _variable;

    /// <summary>A filter.</summary>
    public Stage(Expression predicate) => _predicate = predicate;

    /// <summary>A variable that takes each tuple's position.</summary>
    public Stage(string variable) => _variable = variable;

    public Expression? Predicate => _predicate;

    /// <summary>The variable that takes positions; null for a filter.</summary>
    public string? Variable => _variable;

    /// <summary>Applies it to a stream of tuples.</summary>
    public JsonataArray Apply(JsonataArray input, Frame frame)
    {
        if (_variable is null)
        {
            return (JsonataArray)Filter(input, frame);
        }

        for (var i = 0; i < input.Count; i++)
        {
            var tuple = (JsonObject)input[i];
            tuple.Replace(tuple.With(_variable, Numeric.Of(i)).ToArray());
        }

        return input;
    }

    /// <summary>The items for which the predicate is true, or whose position it gives.</summary>
    public JsonArray Filter(JsonValue? input, Frame frame)
    {
        if (_predicate is null)
        {
            return Sequences.AsArray(input); // a position means nothing outside a stream of tuples
        }

        var isTuples = input is JsonataArray { IsTupleStream: true };
        var array = Sequences.AsArray(input);
        var results = JsonataArray.Sequence();
        results.IsTupleStream = isTuples;
        if (_predicate is LiteralExpression { Value: JsonNumber number })
        {
            return At(array, number.ToDouble(), results);
        }

        for (var i = 0; i < array.Count; i++)
        {
            var item = array[i];
            var result = isTuples
                ? _predicate.Evaluate(((JsonObject)item)["@"], Frame.Of(frame, (JsonObject)item))
                : _predicate.Evaluate(item, frame);
            Keep(item, i, array.Count, result, results);
        }

        return results;
    }

    private static JsonArray At(JsonArray array, double position, JsonataArray results)
    {
        var index = Math.Floor(position);
        index += index < 0 ? array.Count : 0;
        if (index >= 0 && index < array.Count && array[(int)index] is { } item)
        {
            if (item is JsonArray inner)
            {
                return inner;
            }

            results.Add(item);
        }

        return results;
    }

    private static void Keep(JsonValue item, int index, int count, JsonValue? result, JsonataArray results)
    {
        if (Numeric.IsNumeric(result, out var position))
        {
            if (IsAt(position, index, count))
            {
                results.Add(item);
            }
        }
        else if (result is JsonArray positions && IsNumbers(positions))
        {
            for (var i = 0; i < positions.Count; i++)
            {
                if (IsAt(((JsonNumber)positions[i]).ToDouble(), index, count))
                {
                    results.Add(item);
                }
            }
        }
        else if (Truth.IsTrue(result))
        {
            results.Add(item);
        }
    }

    private static bool IsAt(double position, int index, int count)
    {
        var at = Math.Floor(position);
        return (at < 0 ? count + at : at) == index;
    }

    private static bool IsNumbers(JsonArray array)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (!Numeric.IsNumeric(array[i], out _))
            {
                return false;
            }
        }

        return true;
    }
}
