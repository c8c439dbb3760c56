using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>and</c>, <c>or</c>; the right operand is evaluated only where it matters.</summary>
internal sealed class LogicalExpression : BinaryExpression
{
    public LogicalExpression(string operation, Expression left, Expression right, int position)
        : base(operation, left, right, position)
    {
    }

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var left = Left.Evaluate(input, frame);
        try
        {
            return Truth.IsTrue(left) == (Operation == "or") ? Operation == "or" : Truth.IsTrue(Right.Evaluate(input, frame));
        }
        catch (JsonataException error)
        {
            error.Position = Position;
            error.SetToken(Operation);
            throw;
        }
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run) =>
        Operation == "or" ? Truth.IsTrue(left) || Truth.IsTrue(right) : Truth.IsTrue(left) && Truth.IsTrue(right);
}
