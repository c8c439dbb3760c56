using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>+ - * / %</c>; undefined where an operand is.</summary>
internal sealed class ArithmeticExpression : BinaryExpression
{
    public ArithmeticExpression(string operation, Expression left, Expression right, int position)
        : base(operation, left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        if (!Numeric.IsNumeric(left, out var a) && left is not null)
        {
            throw Error("T2001", left);
        }

        if (!Numeric.IsNumeric(right, out var b) && right is not null)
        {
            throw Error("T2002", right);
        }

        return left is null || right is null ? null : Numeric.Of(Operation switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            _ => a % b,
        });
    }
}
