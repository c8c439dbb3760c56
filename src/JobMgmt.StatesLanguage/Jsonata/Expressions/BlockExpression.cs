using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>(a; b; c)</c>: evaluates all in a scope of their own; its value is the last one's.</summary>
internal sealed class BlockExpression : Expression
{
    public BlockExpression(List<Expression> expressions, int position)
        : base(position) => Expressions = expressions;

    public override string TypeName => "block";

    public List<Expression> Expressions { get; }

    public override IEnumerable<Expression> Children => Expressions;

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var scope = new Frame(frame);
        JsonValue? result = null;
        for (var i = 0; i < Expressions.Count; i++)
        {
            result = Expressions[i].Evaluate(input, scope);
        }

        return result;
    }
}
