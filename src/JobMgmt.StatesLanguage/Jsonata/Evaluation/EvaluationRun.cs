using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>One evaluation: what it may read, and how much of its budgets it has used.</summary>
internal sealed class EvaluationRun
{
    private const int CheckStackEvery = 16;
    private readonly JsonataBindings _bindings;
    private int _depth;
    private long _steps;

    public EvaluationRun(JsonValue? input, JsonataBindings bindings, JsonataEnvironment environment)
    {
        Input = input;
        _bindings = bindings;
        Environment = environment;
    }

    /// <summary>What <c>$$</c> is.</summary>
    public JsonValue? Input { get; }

    public JsonataEnvironment Environment { get; }

    /// <summary>Counts the start of an expression; each has its <see cref="Leave"/> unless it fails.</summary>
    public void Enter()
    {
        _depth++;
        _steps++;
        if (Environment.MaxDepth > 0 && _depth > Environment.MaxDepth)
        {
            throw TooDeep();
        }

        if (Environment.MaxSteps > 0 && _steps > Environment.MaxSteps)
        {
            throw Environment.Limits.TooLong(Environment.MaxSteps);
        }

        if (_depth % CheckStackEvery == 0)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
    }

    public void Leave() => _depth--;

    /// <summary>The error for nesting that is too deep.</summary>
    public JsonataException TooDeep() => Environment.Limits.TooDeep(Environment.MaxDepth > 0 ? Environment.MaxDepth : _depth);

    /// <summary>Refuses a value of more items than allowed.</summary>
    public void CheckItems(double count)
    {
        if (Environment.MaxItems > 0 && count > Environment.MaxItems)
        {
            throw Environment.Limits.TooManyItems(count);
        }
    }

    /// <summary>Refuses a text of more characters than allowed.</summary>
    public void CheckLength(long length)
    {
        if (Environment.MaxCharacters > 0 && length > Environment.MaxCharacters)
        {
            throw Environment.Limits.TooManyItems(length);
        }
    }

    /// <summary>A number from 0 on and below 1.</summary>
    public double NextDouble() => (Environment.Random.Next() >> 11) * (1.0 / (1L << 53));

    public JsonValue? Lookup(string name) =>
        name == "$" ? Input : _bindings.TryGet(name, out var value) ? value : Environment.Functions.Find(name);
}
