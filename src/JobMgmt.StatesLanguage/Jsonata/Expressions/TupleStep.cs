using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A step of a path from the first one on that binds a variable: it works on tuples.</summary>
internal static class TupleStep
{
    /// <summary>Evaluates the step for each tuple, giving a tuple for each of its values.</summary>
    /// <param name="step">The step.</param>
    /// <param name="values">The values so far, where no step has made tuples yet.</param>
    /// <param name="tuples">The tuples so far; null where there are none yet.</param>
    /// <param name="frame">The scope of the path.</param>
    public static JsonataArray Evaluate(Expression step, JsonArray values, JsonataArray? tuples, Frame frame)
    {
        var result = step is SortExpression sort ? Sorted(sort, values, tuples, frame) : Stepped(step, tuples ?? Tupled(values), frame);
        if (step.Stages is not null)
        {
            foreach (var stage in step.Stages)
            {
                result = stage.Apply(result, frame);
            }
        }

        return result;
    }

    private static JsonataArray Stream()
    {
        var stream = JsonataArray.Sequence();
        stream.IsTupleStream = true;
        return stream;
    }

    private static JsonataArray Tupled(JsonArray values)
    {
        var stream = Stream();
        for (var i = 0; i < values.Count; i++)
        {
            stream.Add(Tuples.Of(values[i]));
        }

        return stream;
    }

    private static JsonataArray Sorted(SortExpression sort, JsonArray values, JsonataArray? tuples, Frame frame)
    {
        if (tuples is not null)
        {
            return (JsonataArray)sort.Sort(tuples, frame); // no stream any more, as in the reference implementation
        }

        var stream = Stream();
        var sorted = sort.Sort(values, frame);
        for (var i = 0; i < sorted.Count; i++)
        {
            var tuple = Tuples.Of(sorted[i]);
            stream.Add(sort.Index is null ? tuple : tuple.With(sort.Index, Numeric.Of(i)));
        }

        return stream;
    }

    private static JsonataArray Stepped(Expression step, JsonataArray tuples, Frame frame)
    {
        var stream = Stream();
        for (var i = 0; i < tuples.Count; i++)
        {
            var tuple = (JsonObject)tuples[i];
            var result = step.Evaluate(tuple["@"], Frame.Of(frame, tuple));
            if (result is null)
            {
                continue;
            }

            var isTuples = result is JsonataArray { IsTupleStream: true };
            if (result is not JsonArray array)
            {
                stream.Add(Bind(step, tuple, result, 0));
                continue;
            }

            for (var at = 0; at < array.Count; at++)
            {
                stream.Add(isTuples ? Tuples.Extend(tuple, (JsonObject)array[at]) : Bind(step, tuple, array[at], at));
            }
        }

        frame.Run.CheckItems(stream.Count);
        return stream;
    }

    private static JsonObject Bind(Expression step, JsonObject tuple, JsonValue? value, int at)
    {
        var context = tuple["@"];
        var result = step.Focus is null ? tuple.With("@", value!) : tuple.With(step.Focus, value!).With("@", context!);
        if (step.Index is not null)
        {
            result = result.With(step.Index, Numeric.Of(at));
        }

        return step.Ancestor is null ? result : result.With(step.Ancestor.Label, context!);
    }
}
