using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$eval</c>: evaluates a text as an expression.</summary>
internal sealed class EvalFunction : BuiltinFunction
{
    public EvalFunction()
        : base("eval", "<sx?:x>", 2)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        var input = arguments[1] switch
        {
            null => arguments.Input,
            JsonArray array and not JsonataArray { IsSequence: true } => JsonataExpression.Wrap(array),
            var given => given,
        };
        try
        {
            return JsonataExpression.Parse(text).Root.Evaluate(input, arguments.Frame);
        }
        catch (JsonataException error)
        {
            throw new JsonataException(error.Code.StartsWith("S", StringComparison.Ordinal) ? "D3120" : "D3121", value: error.Message);
        }
    }
}
