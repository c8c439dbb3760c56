using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>a..b</c> within brackets: the whole numbers from a to b.</summary>
internal sealed class RangeExpression : BinaryExpression
{
    private const double MaxSize = 1e7;

    public RangeExpression(Expression left, Expression right, int position)
        : base("..", left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        var first = Bound(left, "T2003");
        var last = Bound(right, "T2004");
        if (left is null || right is null || first > last)
        {
            return null;
        }

        var size = last - first + 1;
        if (size > MaxSize)
        {
            throw Error("D2014", Numeric.Of(size));
        }

        run.CheckItems(size);
        var items = new List<JsonValue>((int)size);
        for (var i = 0; i < size; i++)
        {
            items.Add(Numeric.Of(first + i));
        }

        return new JsonataArray(items) { IsSequence = true };
    }

    private double Bound(JsonValue? value, string code) => value switch
    {
        null => 0,
        JsonNumber number when number.ToDouble() is var d && Math.Floor(d) == d && !double.IsInfinity(d) => d,
        _ => throw Error(code, value),
    };
}
