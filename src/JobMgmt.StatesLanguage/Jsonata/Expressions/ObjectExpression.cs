using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>{k: v}</c> on its own: an object.</summary>
internal sealed class ObjectExpression : Expression
{
    private readonly Grouping _grouping;

    public ObjectExpression(Grouping grouping, int position)
        : base(position) => _grouping = grouping;

    public override string TypeName => "unary";

    public override IEnumerable<Expression> Children => _grouping.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value });

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => _grouping.Evaluate(input, frame);
}
