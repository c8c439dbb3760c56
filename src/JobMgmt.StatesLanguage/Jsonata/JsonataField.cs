using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>An expression and the field of a state that it stands in.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Field">Where, as history events locate it: <c>Output/result</c>, <c>Choices[0]/Condition</c>.</param>
public sealed record JsonataField(JsonataExpression Expression, string Field)
{
    /// <summary>Reads an expression as it stands in a definition, with its <c>{% %}</c>.</summary>
    /// <exception cref="FormatException">It does not parse.</exception>
    public static JsonataField Parse(string text, string field)
    {
        try
        {
            return new JsonataField(StepFunctionsJsonata.Parse(text), field);
        }
        catch (JsonataException error)
        {
            throw new FormatException($"{field}: {error.Message}", error);
        }
    }

    /// <summary>Its value, of whatever kind.</summary>
    /// <exception cref="QueryEvaluationException">It failed or gave nothing.</exception>
    public JsonValue Evaluate(JsonataScope scope) => StepFunctionsJsonata.Evaluate(Expression, Field, scope.Bindings, scope.Environment);

    /// <summary>Its value, which must be of a kind.</summary>
    /// <exception cref="QueryEvaluationException">It failed, gave nothing or something else.</exception>
    public JsonValue Evaluate(JsonataScope scope, JsonKind expected, JsonKind? orElse = null) =>
        StepFunctionsJsonata.Evaluate(Expression, Field, expected, scope.Bindings, scope.Environment, orElse);

    /// <summary>Its value, which must be a whole number of at least <paramref name="least"/>.</summary>
    /// <exception cref="QueryEvaluationException">It failed, gave nothing or something else. AWS's words for a number out of range are not known.</exception>
    public long EvaluateInteger(JsonataScope scope, long least)
    {
        var value = Evaluate(scope, JsonKind.Number);
        return ((JsonNumber)value).TryToInt64(out var number) && number >= least ? number : throw new QueryEvaluationException(
            $"The JSONata expression '{Expression.Text}' specified for the field '{Field}' returned an unexpected value. "
            + $"Expected an integer greater than or equal to {least}, but was: {value}",
            Field);
    }
}
