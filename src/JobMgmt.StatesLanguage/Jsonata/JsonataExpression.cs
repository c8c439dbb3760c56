using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Expressions;
using JobMgmt.StatesLanguage.Jsonata.Parsing;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>A JSONata expression, parsed once. Immutable: any number of evaluations may run at a time.</summary>
public sealed class JsonataExpression
{
    /// <summary>The code of the error for a result that is a function.</summary>
    public const string UnsupportedResult = "UnsupportedResult";

    private JsonataExpression(string text, Expression root)
    {
        Text = text;
        Root = root;
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    internal Expression Root { get; }

    /// <summary>Parses an expression of JSONata 2.2. For a state machine's use <see cref="StepFunctionsJsonata.Parse"/>.</summary>
    /// <exception cref="JsonataException">It is none; codes <c>S…</c>.</exception>
    public static JsonataExpression Parse(string text) => Parse(text, coalescing: true);

    /// <summary>Evaluates it.</summary>
    /// <param name="input">What <c>$</c> and <c>$$</c> are; null for undefined.</param>
    /// <param name="variables">The variables that it may read.</param>
    /// <param name="environment">Instant, randomness and budgets.</param>
    /// <returns>The result as plain JSON; null for undefined. Numbers that JSON cannot hold are strings, as Step Functions writes them.</returns>
    /// <exception cref="JsonataException">It failed; codes <c>T…</c> and <c>D…</c>, or <see cref="UnsupportedResult"/> where the result is a function.</exception>
    public JsonValue? Evaluate(JsonValue? input, JsonataBindings variables, JsonataEnvironment environment)
    {
        var run = new EvaluationRun(input, variables, environment);
        try
        {
            return new PlainResult(run).Of(Root.Evaluate(input is JsonArray array ? Wrap(array) : input, new Frame(run)));
        }
        catch (InsufficientExecutionStackException)
        {
            throw run.TooDeep();
        }
    }

    internal static JsonataExpression Parse(string text, bool coalescing)
    {
        try
        {
            return new JsonataExpression(text, ExpressionBuilder.Finish(Parser.Parse(text, coalescing)));
        }
        catch (InsufficientExecutionStackException)
        {
            throw new JsonataException("D1011", text.Length);
        }
    }

    internal static JsonataArray Wrap(JsonArray input)
    {
        var wrapper = JsonataArray.Sequence(input);
        wrapper.IsOuterWrapper = true;
        return wrapper;
    }
}
