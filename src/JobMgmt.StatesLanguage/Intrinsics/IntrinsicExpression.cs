using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>A call of an intrinsic function, as <c>States.Format('Hello {}', $.name)</c>. Parsed once, evaluated often; immutable.</summary>
public sealed class IntrinsicExpression
{
    private readonly CallArgument _call;

    internal IntrinsicExpression(string text, CallArgument call)
    {
        Text = text;
        _call = call;
    }

    /// <summary>The call as it was written.</summary>
    public string Text { get; }

    /// <summary>The paths among its arguments, nested calls included.</summary>
    public IEnumerable<JsonPath> Paths => _call.Paths;

    /// <summary>Reads a call.</summary>
    /// <exception cref="IntrinsicSyntaxException">It is not one, or names no function, or has too few or too many arguments.</exception>
    public static IntrinsicExpression Parse(string text) => new IntrinsicParser(text).Parse();

    /// <summary>What the call gives.</summary>
    /// <exception cref="EvaluationException"><c>States.Runtime</c> where an argument's path finds nothing, <c>States.IntrinsicFailure</c> where a function fails.</exception>
    public JsonValue Evaluate(EvaluationContext context)
    {
        try
        {
            return _call.Evaluate(context);
        }
        catch (IntrinsicException error)
        {
            throw new EvaluationException(error.Error, $"The function '{Text}' had the following error: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
