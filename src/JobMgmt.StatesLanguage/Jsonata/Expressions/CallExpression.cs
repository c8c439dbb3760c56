using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>$f(a, b)</c>.</summary>
internal sealed class CallExpression : Expression
{
    public CallExpression(Expression procedure, Expression[] arguments, int position)
        : base(position)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    public override string TypeName => "function";

    public Expression Procedure { get; }

    public Expression[] Arguments { get; }

    public override IEnumerable<Expression> Children => [Procedure, .. Arguments];

    /// <summary>The field's name where somebody forgot the dollar sign of a function that is there; null else.</summary>
    public static string? ForgottenDollar(Expression procedure, JsonValue? value, Frame frame) =>
        value is null && procedure is PathExpression path && path.Steps[0] is NameExpression name && Truth.IsJavaScriptTruthy(frame.Lookup(name.Name))
            ? name.Name
            : null;

    /// <summary>What a procedure is called in messages.</summary>
    public static JsonValue? NameOf(Expression procedure) => procedure switch
    {
        VariableExpression variable => variable.Name,
        PathExpression path => NameOf(path.Steps[0]),
        NameExpression name => name.Name,
        LiteralExpression literal => literal.Value,
        CallExpression or PartialExpression => "(",
        _ => null,
    };

    /// <summary>Calls with a value before the arguments: what <c>~></c> does.</summary>
    public JsonValue? EvaluateAfter(JsonValue? first, JsonValue? input, Frame frame) => Call(input, frame, 1, first);

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => Call(input, frame, 0, null);

    private JsonValue? Call(JsonValue? input, Frame frame, int before, JsonValue? first)
    {
        var procedure = Procedure.Evaluate(input, frame);
        if (procedure is null && ForgottenDollar(Procedure, procedure, frame) is { } name)
        {
            throw new JsonataException("T1005", Position, name);
        }

        var arguments = new JsonValue?[Arguments.Length + before];
        if (before > 0)
        {
            arguments[0] = first;
        }

        for (var i = 0; i < Arguments.Length; i++)
        {
            arguments[i + before] = Arguments[i].Evaluate(input, frame);
        }

        return Invoke(procedure, arguments, input, frame);
    }

    private JsonValue? Invoke(JsonValue? procedure, JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        var site = new CallSite(NameOf(Procedure), Position);
        try
        {
            return Invocation.Apply(procedure, arguments, input, frame, site);
        }
        catch (JsonataException error)
        {
            error.Position ??= Position;
            if (!error.HasToken)
            {
                error.SetToken(site.Name);
            }

            throw;
        }
    }
}
