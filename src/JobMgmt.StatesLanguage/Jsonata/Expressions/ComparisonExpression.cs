using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> between two numbers or two strings; undefined where an operand is.</summary>
internal sealed class ComparisonExpression : BinaryExpression
{
    public ComparisonExpression(string operation, Expression left, Expression right, int position)
        : base(operation, left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        if (left is not (null or JsonNumber or JsonString) || right is not (null or JsonNumber or JsonString))
        {
            throw Error("T2010", left is JsonNumber or JsonString ? right : left);
        }

        return (left, right) switch
        {
            (null, _) or (_, null) => null,
            (JsonNumber a, JsonNumber b) => Holds(a.ToDouble(), b.ToDouble()),
            (JsonString a, JsonString b) => Holds(string.CompareOrdinal(a.Value, b.Value), 0),
            _ => throw Error("T2009", left, right),
        };
    }

    private bool Holds(double a, double b) => Operation switch
    {
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        _ => a >= b,
    };
}
