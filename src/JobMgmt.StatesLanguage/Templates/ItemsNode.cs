using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>An expression that must give an array, of a distributed Map an object will do: a Map's Items.</summary>
internal sealed class ItemsNode : TemplateNode
{
    private readonly JsonataField _expression;
    private readonly bool _orObject;

    public ItemsNode(JsonataField expression, bool orObject)
    {
        _expression = expression;
        _orObject = orObject;
    }

    public override IEnumerable<PathOrIntrinsic> Expressions => [];

    public override JsonValue Evaluate(EvaluationContext context) => _expression.Evaluate(context.Jsonata!, JsonKind.Array, _orObject ? JsonKind.Object : null);
}
