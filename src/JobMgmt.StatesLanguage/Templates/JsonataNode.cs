using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>A string that is a JSONata expression. Its value has whatever type the expression gives.</summary>
internal sealed class JsonataNode : TemplateNode
{
    private readonly JsonataField _expression;

    public JsonataNode(JsonataField expression) => _expression = expression;

    public override IEnumerable<PathOrIntrinsic> Expressions => [];

    public override JsonValue Evaluate(EvaluationContext context) => _expression.Evaluate(context.Jsonata!);
}
