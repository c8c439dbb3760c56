using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>&amp;</c>: joins the operands as strings; undefined is empty.</summary>
internal sealed class ConcatExpression : BinaryExpression
{
    public ConcatExpression(Expression left, Expression right, int position)
        : base("&", left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        var (a, b) = (StringForm.Of(left) ?? string.Empty, StringForm.Of(right) ?? string.Empty);
        run.CheckLength((long)a.Length + b.Length);
        return a + b;
    }
}
