using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>
/// JSONata as Step Functions has it: version 2.0.6 (no <c>??</c>, no <c>?:</c>), no <c>$eval</c>, six functions more, no input,
/// bounds on depth and size, and an undefined result is an error.
/// </summary>
public static class StepFunctionsJsonata
{
    private const string Opening = "{%";
    private const string Closing = "%}";
    private const int MaxDepth = 100; // measured on AWS: 100 passes, 101 does not
    private const int MaxItems = 873_782; // measured on AWS: [1..873782] passes, one more does not
    private const int MaxCharacters = MaxItems * 8; // what the same memory holds in characters
    private const long MaxSteps = 5_000_000; // ours: AWS bounds the time

    /// <summary>Whether a string in a definition is an expression: it begins with <c>{%</c> and ends with <c>%}</c>.</summary>
    public static bool IsExpression(string text) =>
        text.Length >= Opening.Length + Closing.Length
        && text.StartsWith(Opening, StringComparison.Ordinal) && text.EndsWith(Closing, StringComparison.Ordinal);

    /// <summary>Parses an expression as it stands in a definition, with its <c>{% %}</c>.</summary>
    /// <exception cref="JsonataException">It is none. The message, without the code, is what <c>INVALID_JSONATA_EXPRESSION</c> tells.</exception>
    public static JsonataExpression Parse(string text)
    {
        var inner = IsExpression(text) ? text.Substring(Opening.Length, text.Length - Opening.Length - Closing.Length) : text;
        return JsonataExpression.Parse(inner.Trim(), coalescing: false);
    }

    /// <summary>The names that an expression reads from an input at its top level, where there is none: <c>$</c>, <c>$$</c> and fields. AWS refuses such a definition.</summary>
    public static IReadOnlyList<string> TopLevelReferences(JsonataExpression expression) => Evaluation.TopLevelReferences.Of(expression.Root);

    /// <summary>What an expression reads from its context, in the order of its text.</summary>
    public static IReadOnlyList<JsonataReference> References(JsonataExpression expression) => ContextReferences.Of(expression.Root);

    /// <summary>The variables, without <c>$</c>, that an expression neither binds nor finds among the functions of Step Functions.</summary>
    public static IReadOnlyList<JsonataReference> FreeVariables(JsonataExpression expression) => ContextReferences.FreeVariables(expression.Root);

    /// <summary>Whether an expression reads <c>$states.errorOutput</c>, which only a Catch has. AWS refuses such a definition.</summary>
    public static bool ReadsErrorOutput(JsonataExpression expression) => StatesReferences.Has(expression.Root, "errorOutput");

    /// <summary>What a state's expressions are evaluated in.</summary>
    /// <param name="now">The instant of the step: what <c>$now()</c> tells.</param>
    /// <param name="random">Drawn from the execution's seed, so that a replay draws the same.</param>
    public static JsonataEnvironment Environment(DateTimeOffset now, IRandomSource random) =>
        new(now, random, JsonataFunctions.StepFunctions, EvaluationLimits.StepFunctions)
        {
            MaxDepth = MaxDepth,
            MaxItems = MaxItems,
            MaxCharacters = MaxCharacters,
            MaxSteps = MaxSteps,
        };

    /// <summary>Evaluates the expression of a field.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="field">Where it stands in the state: <c>Output/result</c>.</param>
    /// <param name="variables">The state's variables and <c>$states</c>.</param>
    /// <param name="environment">From <see cref="Environment"/>.</param>
    /// <exception cref="QueryEvaluationException">It failed or gave nothing.</exception>
    public static JsonValue Evaluate(JsonataExpression expression, string field, JsonataBindings variables, JsonataEnvironment environment)
    {
        try
        {
            return expression.Evaluate(null, variables, environment)
                ?? throw new QueryEvaluationException(Sentence(expression, field) + "returned nothing (undefined).", field);
        }
        catch (JsonataException error) when (error.Code == JsonataExpression.UnsupportedResult)
        {
            throw new QueryEvaluationException(Sentence(expression, field) + "returned an unsupported result type.", field, error);
        }
        catch (JsonataException error)
        {
            var told = error.Code.Length == 0 ? ": " : ". " + error.Code + ": ";
            throw new QueryEvaluationException(Sentence(expression, field) + "threw an error during evaluation" + told + error.Message, field, error);
        }
    }

    /// <summary>Evaluates the expression of a field that asks for a certain kind of value: <c>Items</c> an array, <c>Condition</c> a boolean.</summary>
    /// <exception cref="QueryEvaluationException">It failed, gave nothing or something else.</exception>
    public static JsonValue Evaluate(
        JsonataExpression expression, string field, JsonKind expected, JsonataBindings variables, JsonataEnvironment environment, JsonKind? orElse = null)
    {
        var value = Evaluate(expression, field, variables, environment);
        return value.Kind == expected || value.Kind == orElse ? value : throw new QueryEvaluationException(
            Sentence(expression, field) + $"returned an unexpected result type. Expected '{Name(expected)}', but was '{Name(value.Kind)}' for value: {value}", field);
    }

    private static string Sentence(JsonataExpression expression, string field) =>
        $"The JSONata expression '{expression.Text}' specified for the field '{field}' ";

    private static string Name(JsonKind kind) => kind.ToString().ToLowerInvariant();
}
