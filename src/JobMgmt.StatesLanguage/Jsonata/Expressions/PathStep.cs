using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A step of a path that binds nothing.</summary>
internal static class PathStep
{
    /// <summary>Evaluates the step for each value and melts the results into one sequence.</summary>
    public static JsonValue? Evaluate(Expression step, JsonArray values, Frame frame, bool isLast)
    {
        if (step is SortExpression sort)
        {
            return sort.Filtered(sort.Sort(values, frame), frame);
        }

        var results = new List<JsonValue>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            var result = step.Evaluate(values[i], frame);
            if (step.Stages is not null)
            {
                foreach (var stage in step.Stages)
                {
                    result = stage.Filter(result, frame);
                }
            }

            if (result is not null)
            {
                results.Add(result);
            }
        }

        return isLast && results.Count == 1 && results[0] is JsonArray and not JsonataArray { IsSequence: true }
            ? results[0]
            : Melt(results, frame.Run);
    }

    private static JsonataArray Melt(List<JsonValue> results, EvaluationRun run)
    {
        var sequence = JsonataArray.Sequence();
        foreach (var result in results)
        {
            if (result is JsonataArray { IsConstructed: true } or not JsonArray)
            {
                sequence.Add(result);
            }
            else
            {
                Sequences.AddAll(sequence, result);
            }
        }

        run.CheckItems(sequence.Count);
        return sequence;
    }
}
