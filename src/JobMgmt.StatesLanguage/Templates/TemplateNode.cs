using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>A part of a payload template.</summary>
internal abstract class TemplateNode
{
    public abstract IEnumerable<PathOrIntrinsic> Expressions { get; }

    public abstract JsonValue Evaluate(EvaluationContext context);
}
