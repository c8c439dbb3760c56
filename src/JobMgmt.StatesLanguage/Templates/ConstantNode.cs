using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>A part without expressions: it is passed on as it stands, never copied.</summary>
internal sealed class ConstantNode : TemplateNode
{
    private readonly JsonValue _value;

    public ConstantNode(JsonValue value) => _value = value;

    public override IEnumerable<PathOrIntrinsic> Expressions => Array.Empty<PathOrIntrinsic>();

    public override JsonValue Evaluate(EvaluationContext context) => _value;
}
