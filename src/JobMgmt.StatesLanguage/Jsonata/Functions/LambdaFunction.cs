using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Expressions;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A function that the expression defines, with the context and scope of the place where it does.</summary>
internal sealed class LambdaFunction : JsonataFunction
{
    private readonly LambdaExpression _expression;
    private readonly IReadOnlyList<string> _parameters;
    private readonly JsonValue? _input;
    private readonly Frame _frame;

    public LambdaFunction(LambdaExpression expression, IReadOnlyList<string> parameters, JsonValue? input, Frame frame, Signature? signature)
    {
        _expression = expression;
        _parameters = parameters;
        _input = input;
        _frame = frame;
        Signature = signature;
    }

    public override int Arity => _parameters.Count;

    public override Signature? Signature { get; }

    /// <summary>A function of the parameters left open, the others bound.</summary>
    public LambdaFunction Apply(JsonValue?[] arguments, Func<int, bool> isOpen)
    {
        var scope = new Frame(_frame);
        var open = new List<string>();
        for (var i = 0; i < _parameters.Count; i++)
        {
            if (isOpen(i))
            {
                open.Add(_parameters[i]);
            }
            else
            {
                scope.Bind(_parameters[i], i < arguments.Length ? arguments[i] : null);
            }
        }

        return new LambdaFunction(_expression, open, _input, scope, null);
    }

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        var scope = new Frame(_frame);
        for (var i = 0; i < _parameters.Count; i++)
        {
            scope.Bind(_parameters[i], i < arguments.Length ? arguments[i] : null);
        }

        return _expression.Body.Evaluate(_input, scope);
    }
}
