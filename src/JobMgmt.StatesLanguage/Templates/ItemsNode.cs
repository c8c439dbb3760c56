using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>An expression that must give an array: a Map's Items.</summary>
internal sealed class ItemsNode : TemplateNode
{
    private readonly JsonataField _expression;

    public ItemsNode(JsonataField expression) => _expression = expression;

    public override IEnumerable<PathOrIntrinsic> Expressions => [];

    public override JsonValue Evaluate(EvaluationContext context) => _expression.Evaluate(context.Jsonata!, JsonKind.Array);
}
