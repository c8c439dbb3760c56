using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>One comparison: a variable, an operator, and what it is compared with: a literal, or what a path finds.</summary>
internal sealed class DataTestRule : ChoiceRule
{
    private readonly JsonPath _variable;
    private readonly ChoiceOperator _operator;
    private readonly JsonValue? _literal;
    private readonly JsonPath? _path;

    public DataTestRule(JsonPath variable, ChoiceOperator @operator, JsonValue literal)
    {
        _variable = variable;
        _operator = @operator;
        _literal = literal;
    }

    public DataTestRule(JsonPath variable, ChoiceOperator @operator, JsonPath path)
    {
        _variable = variable;
        _operator = @operator;
        _path = path;
    }

    public override IEnumerable<JsonPath> Paths => _path is null ? new[] { _variable } : new[] { _variable, _path };

    public override bool Evaluate(EvaluationContext context)
    {
        if (_operator.TestsPresence)
        {
            return context.TryEvaluate(_variable, out _) == ((JsonBoolean)_literal!).Value;
        }

        var value = Find(_variable, context);
        return _operator.Test(value, _literal ?? Find(_path!, context));
    }

    private static JsonValue Find(JsonPath path, EvaluationContext context) => context.TryEvaluate(path, out var value)
        ? value
        : throw new EvaluationException(
            "States.Runtime", $"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
