using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A string, number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralExpression : Expression
{
    public LiteralExpression(JsonValue value, int position)
        : base(position) => Value = value;

    public override string TypeName => Value.Kind switch
    {
        JsonKind.String => "string",
        JsonKind.Number => "number",
        _ => "value",
    };

    public JsonValue Value { get; set; }

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => Value;
}
