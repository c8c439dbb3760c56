using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>=</c> and <c>!=</c>, by content; false where an operand is undefined.</summary>
internal sealed class EqualityExpression : BinaryExpression
{
    public EqualityExpression(string operation, Expression left, Expression right, int position)
        : base(operation, left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run) =>
        left is not null && right is not null && DeepEquality.AreEqual(left, right) == (Operation == "=");
}
