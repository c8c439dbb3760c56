using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>%</c>: the context value of a step further back.</summary>
internal sealed class ParentExpression : Expression
{
    public ParentExpression(AncestorSlot slot, int position)
        : base(position) => Slot = slot;

    public override string TypeName => "parent";

    public AncestorSlot Slot { get; }

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => frame.Lookup(Slot.Label);
}
