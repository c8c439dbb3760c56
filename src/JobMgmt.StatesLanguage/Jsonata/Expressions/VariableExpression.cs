using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>$name</c>; <c>$</c> is the context value, <c>$$</c> the input of the whole.</summary>
internal sealed class VariableExpression : Expression
{
    public VariableExpression(string name, int position)
        : base(position) => Name = name;

    public override string TypeName => "variable";

    /// <summary>The name without its dollar sign.</summary>
    public string Name { get; }

    public JsonValue? Lookup(JsonValue? input, Frame frame)
    {
        if (Name.Length > 0)
        {
            return frame.Lookup(Name);
        }

        return input is JsonataArray { IsOuterWrapper: true } wrapper ? wrapper.Items[0] : input;
    }

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => Lookup(input, frame);
}
