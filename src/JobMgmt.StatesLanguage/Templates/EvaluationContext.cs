using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>What an evaluation may read: the data, the context object, the variables and a source of randomness.</summary>
public sealed class EvaluationContext
{
    private static readonly Dictionary<string, JsonValue> _noVariables = new(StringComparer.Ordinal);
    private readonly Lazy<JsonValue> _contextObject;

    /// <summary>A context. The context object is built at most once, and only when a path asks for it.</summary>
    public EvaluationContext(
        JsonValue input, Func<JsonValue> contextObject, IRandomSource random, IReadOnlyDictionary<string, JsonValue>? variables = null)
        : this(input, new Lazy<JsonValue>(contextObject, LazyThreadSafetyMode.None), random, variables ?? _noVariables)
    {
    }

    private EvaluationContext(
        JsonValue input, Lazy<JsonValue> contextObject, IRandomSource random, IReadOnlyDictionary<string, JsonValue> variables)
    {
        Input = input;
        _contextObject = contextObject;
        Random = random;
        Variables = variables;
    }

    /// <summary>What <c>$</c> is.</summary>
    public JsonValue Input { get; }

    /// <summary>What <c>$$</c> is.</summary>
    public JsonValue ContextObject => _contextObject.Value;

    /// <summary>What <c>$name</c> is.</summary>
    public IReadOnlyDictionary<string, JsonValue> Variables { get; }

    /// <summary>What States.UUID and States.MathRandom draw from.</summary>
    public IRandomSource Random { get; }

    /// <summary>What JSONata expressions read; null in JSONPath mode.</summary>
    public JsonataScope? Jsonata { get; init; }

    /// <summary>Follows a path from its own root; false where a definite path finds nothing.</summary>
    public bool TryEvaluate(JsonPath path, out JsonValue result)
    {
        if (TryRoot(path, out var root))
        {
            return path.TryEvaluate(root, out result);
        }

        result = JsonNull.Instance;
        return false;
    }

    /// <summary>Follows a path for a field: <c>InputPath</c>, <c>v.$</c>…</summary>
    /// <exception cref="EvaluationException"><c>States.Runtime</c> where it finds nothing.</exception>
    public JsonValue Evaluate(JsonPath path, string field) => TryEvaluate(path, out var result)
        ? result
        : throw new EvaluationException(
            "States.Runtime", $"The JSONPath '{path.Text}' specified for the field '{field}' could not be found in the input '{DataOf(path)}'");

    /// <summary>The data that a path looks in, for messages.</summary>
    internal JsonValue DataOf(JsonPath path) => path.Root == PathRoot.Context ? ContextObject : Input;

    private bool TryRoot(JsonPath path, out JsonValue root)
    {
        switch (path.Root)
        {
            case PathRoot.Input:
                root = Input;
                return true;
            case PathRoot.Context:
                root = ContextObject;
                return true;
            default:
                if (Variables.TryGetValue(path.VariableName, out var value))
                {
                    root = value;
                    return true;
                }

                root = JsonNull.Instance;
                return false;
        }
    }
}
