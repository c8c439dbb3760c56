using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A call put off: what the end of a function's body gives to <see cref="Invocation"/>, which makes it.</summary>
internal sealed class TailCall : JsonataFunction
{
    private readonly CallExpression _call;
    private readonly JsonValue? _input;
    private readonly Frame _frame;

    public TailCall(CallExpression call, JsonValue? input, Frame frame)
    {
        _call = call;
        _input = input;
        _frame = frame;
    }

    public override int Arity => 0;

    /// <summary>Where the call stands.</summary>
    public CallSite Site => new(_call.Procedure is VariableExpression variable ? variable.Name : (JsonValue?)null, _call.Procedure.Position);

    public JsonValue? Procedure() => _call.Procedure.Evaluate(_input, _frame);

    public JsonValue?[] Arguments()
    {
        var arguments = new JsonValue?[_call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _call.Arguments[i].Evaluate(_input, _frame);
        }

        return arguments;
    }

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame) => this;
}
