using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>
/// A payload template (Parameters, ResultSelector, ItemSelector, Assign): JSON in which a field whose name ends in <c>.$</c> holds a
/// JSONPath or a call of an intrinsic function. Parsed once, evaluated often; immutable.
/// </summary>
public sealed class PayloadTemplate
{
    private readonly TemplateNode _root;

    private PayloadTemplate(JsonValue source, TemplateNode root)
    {
        Source = source;
        _root = root;
    }

    /// <summary>The template as it was written.</summary>
    public JsonValue Source { get; }

    /// <summary>The paths and calls in it, in order, for what reads a definition rather than runs it.</summary>
    public IEnumerable<PathOrIntrinsic> Expressions => _root.Expressions;

    /// <summary>Reads a template.</summary>
    /// <exception cref="TemplateSyntaxException">Fields of it cannot be read; it holds all of them.</exception>
    public static PayloadTemplate Parse(JsonValue source)
    {
        var reader = new TemplateReader();
        var root = reader.Read(source);
        return reader.Faults.Count == 0 ? new PayloadTemplate(source, root) : throw new TemplateSyntaxException(reader.Faults);
    }

    /// <summary>The template with its paths and calls replaced by what they give.</summary>
    /// <exception cref="EvaluationException">A path finds nothing, or a function fails.</exception>
    public JsonValue Evaluate(EvaluationContext context) => _root.Evaluate(context);
}
