using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>The value of a field whose name ends in <c>.$</c>.</summary>
internal sealed class ExpressionNode : TemplateNode
{
    private readonly string _field;
    private readonly PathOrIntrinsic _expression;

    public ExpressionNode(string field, PathOrIntrinsic expression)
    {
        _field = field;
        _expression = expression;
    }

    public override IEnumerable<PathOrIntrinsic> Expressions => new[] { _expression };

    public override JsonValue Evaluate(EvaluationContext context) => _expression.Evaluate(context, _field);
}
