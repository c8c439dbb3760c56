using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A function with its arguments: the whole expression, or an argument of another call.</summary>
internal sealed class CallArgument : IntrinsicArgument
{
    private readonly IntrinsicFunction _function;
    private readonly IntrinsicArgument[] _arguments;

    public CallArgument(IntrinsicFunction function, IntrinsicArgument[] arguments)
    {
        _function = function.Bind(arguments);
        _arguments = arguments;
    }

    public override IEnumerable<JsonPath> Paths => _arguments.SelectMany(argument => argument.Paths);

    public override JsonValue Evaluate(EvaluationContext context)
    {
        var values = new JsonValue[_arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _arguments[i].Evaluate(context);
        }

        return _function.Invoke(values, context.Random);
    }
}
