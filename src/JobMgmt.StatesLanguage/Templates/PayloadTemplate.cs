using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>
/// A payload template (Parameters, ResultSelector, ItemSelector, Assign): JSON in which a field whose name ends in <c>.$</c> holds a
/// JSONPath or a call of an intrinsic function. In JSONata mode (Arguments, Output too) strings between <c>{%</c> and <c>%}</c> are
/// expressions. Parsed once, evaluated often; immutable.
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

    /// <summary>Reads a template in JSONata mode; the field's name (<c>Output</c>, <c>Catch[0]/Assign</c>) is for messages.</summary>
    /// <exception cref="FormatException">An expression of it does not parse.</exception>
    public static PayloadTemplate ParseJsonata(JsonValue source, string field) => new(source, JsonataTemplateReader.Read(source, field));

    /// <summary>Reads a Map's Items: an array with expressions in it, or an expression that must give an array; of a distributed Map objects will do.</summary>
    /// <exception cref="FormatException">An expression of it does not parse.</exception>
    public static PayloadTemplate ParseItems(JsonValue source, string field, bool orObject = false) =>
        source is JsonString text && StepFunctionsJsonata.IsExpression(text.Value)
            ? new PayloadTemplate(source, new ItemsNode(JsonataField.Parse(text.Value, field), orObject))
            : ParseJsonata(source, field);

    /// <summary>The template with its paths and calls replaced by what they give.</summary>
    /// <exception cref="EvaluationException">A path finds nothing, or a function fails.</exception>
    /// <exception cref="QueryEvaluationException">A JSONata expression fails or gives nothing.</exception>
    public JsonValue Evaluate(EvaluationContext context) => _root.Evaluate(context);
}
