using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>The <c>Condition</c> of an entry in JSONata mode: <c>true</c>, <c>false</c>, or an expression that gives one of them.</summary>
internal sealed class ConditionRule : ChoiceRule
{
    private readonly bool _value;
    private readonly JsonataField? _expression;

    public ConditionRule(JsonValue condition, string field)
    {
        switch (condition)
        {
            case JsonBoolean value:
                _value = value.Value;
                break;
            case JsonString text when StepFunctionsJsonata.IsExpression(text.Value):
                _expression = JsonataField.Parse(text.Value, field);
                break;
            default:
                throw new ChoiceSyntaxException("/Condition", "A Condition must be a boolean or a JSONata expression.");
        }
    }

    public override IEnumerable<JsonPath> Paths => [];

    public override bool Evaluate(EvaluationContext context) =>
        _expression is null ? _value : ((JsonBoolean)_expression.Evaluate(context.Jsonata!, JsonKind.Boolean)).Value;
}
