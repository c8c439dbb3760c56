using JobMgmt.StatesLanguage.Intrinsics;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>What a <c>.$</c> field, an ErrorPath or a CausePath holds: a JSONPath, or a call of an intrinsic function.</summary>
public sealed class PathOrIntrinsic
{
    private PathOrIntrinsic(JsonPath? path, IntrinsicExpression? intrinsic)
    {
        Path = path;
        Intrinsic = intrinsic;
    }

    /// <summary>The path, if it is one.</summary>
    public JsonPath? Path { get; }

    /// <summary>The call, if it is one.</summary>
    public IntrinsicExpression? Intrinsic { get; }

    /// <summary>As it was written.</summary>
    public string Text => Path?.Text ?? Intrinsic!.Text;

    /// <summary>Reads a text that starts with <c>$</c> as a path, any other as a call.</summary>
    /// <exception cref="PathSyntaxException">It is no path.</exception>
    /// <exception cref="IntrinsicSyntaxException">It is no call.</exception>
    public static PathOrIntrinsic Parse(string text) => text.StartsWith("$", StringComparison.Ordinal)
        ? new PathOrIntrinsic(JsonPath.Parse(text), null)
        : new PathOrIntrinsic(null, IntrinsicExpression.Parse(text));

    /// <summary>Its value; the field's name is for the message.</summary>
    /// <exception cref="EvaluationException">The path finds nothing, or a function fails.</exception>
    public JsonValue Evaluate(EvaluationContext context, string field) => Path is not null ? context.Evaluate(Path, field) : Intrinsic!.Evaluate(context);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
