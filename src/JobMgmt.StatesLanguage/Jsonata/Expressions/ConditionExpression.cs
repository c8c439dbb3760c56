using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>a ? b : c</c>, and what <c>?:</c> and <c>??</c> are short for.</summary>
internal sealed class ConditionExpression : Expression
{
    public ConditionExpression(Expression condition, Expression then, Expression? otherwise, int position)
        : base(position)
    {
        Condition = condition;
        Then = then;
        Otherwise = otherwise;
    }

    public override string TypeName => "condition";

    public Expression Condition { get; }

    public Expression Then { get; set; }

    public Expression? Otherwise { get; set; }

    public override IEnumerable<Expression> Children => Otherwise is null ? [Condition, Then] : [Condition, Then, Otherwise];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) =>
        Truth.IsTrue(Condition.Evaluate(input, frame)) ? Then.Evaluate(input, frame) : Otherwise?.Evaluate(input, frame);
}
