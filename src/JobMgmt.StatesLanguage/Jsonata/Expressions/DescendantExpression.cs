using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>**</c>: the value itself and everything within, arrays taken apart.</summary>
internal sealed class DescendantExpression : Expression
{
    public DescendantExpression(int position)
        : base(position)
    {
    }

    public override string TypeName => "descendant";

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        if (input is null)
        {
            return null;
        }

        var results = JsonataArray.Sequence();
        Collect(input, results);
        frame.Run.CheckItems(results.Count);
        return results.Count == 1 ? results.Items[0] : results;
    }

    private static void Collect(JsonValue? value, JsonataArray results)
    {
        if (value is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Collect(array[i], results);
            }

            return;
        }

        results.Add(value);
        if (value is JsonObject obj)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            for (var i = 0; i < obj.Count; i++)
            {
                Collect(obj[i].Value, results);
            }
        }
    }
}
