using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>-a</c>.</summary>
internal sealed class NegateExpression : Expression
{
    private readonly Expression _operand;

    public NegateExpression(Expression operand, int position)
        : base(position) => _operand = operand;

    public override string TypeName => "unary";

    public override IEnumerable<Expression> Children => [_operand];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var value = _operand.Evaluate(input, frame);
        return value is null ? null
            : Numeric.IsNumeric(value, out var number) ? Numeric.Of(-number)
            : throw new JsonataException("D1002", Position, "-", value);
    }
}
