using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>a ~> f</c>: calls f with a; two functions make a new one.</summary>
internal sealed class ApplyExpression : Expression
{
    private readonly Expression _left;
    private readonly Expression _right;

    public ApplyExpression(Expression left, Expression right, int position)
        : base(position)
    {
        _left = left;
        _right = right;
    }

    public override string TypeName => "apply";

    public override IEnumerable<Expression> Children => [_left, _right];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var left = _left.Evaluate(input, frame);
        if (_right is CallExpression call)
        {
            return call.EvaluateAfter(left, input, frame);
        }

        var function = _right.Evaluate(input, frame) switch
        {
            JsonataFunction f => f,
            var other => throw new JsonataException("T2006", Position, null, other),
        };

        return left is JsonataFunction first
            ? new ChainFunction(first, function)
            : Invocation.Apply(function, [left], JsonNull.Instance, frame);
    }
}
