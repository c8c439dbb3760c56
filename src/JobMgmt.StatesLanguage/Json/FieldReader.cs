using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Reads single fields of a checked state; null where the field is absent.</summary>
internal sealed class FieldReader
{
    private readonly bool _isJsonata;
    private readonly string _at;

    /// <summary>A reader of a state's fields.</summary>
    /// <param name="source">The state, or an entry of its Choices or Catch.</param>
    /// <param name="language">The state's language.</param>
    /// <param name="at">Where in the state the object is: empty, or <c>Catch[0]/</c>.</param>
    public FieldReader(JsonObject source, QueryLanguage language, string at = "")
    {
        Source = source;
        Language = language;
        _isJsonata = language == QueryLanguage.Jsonata;
        _at = at;
    }

    public JsonObject Source { get; }

    public QueryLanguage Language { get; }

    /// <summary>A reader of the fields of an object in the state: <c>ItemReader</c>.</summary>
    public FieldReader? Object(string field) => Source[field] is JsonObject value ? new FieldReader(value, Language, $"{_at}{field}/") : null;

    public string? Text(string field) => (Source[field] as JsonString)?.Value;

    public static long? Integer(JsonObject source, string field) => source[field] is JsonNumber number && number.TryToInt64(out var value) ? value : null;

    /// <summary>A number, its <c>…Path</c> form, or an expression.</summary>
    public IntegerField? Integer(string field)
    {
        var value = Integer(Source, field);
        var path = Path(field + "Path");
        var expression = Expression(field);
        return value is null && path is null && expression is null ? null : new IntegerField(field, value, path, expression);
    }

    public JsonPath? Path(string field) => !_isJsonata && Text(field) is { } text ? JsonPath.Parse(text) : null;

    public StatePath? StatePath(string field) => Source[field] switch
    {
        JsonString text => new StatePath(JsonPath.Parse(text.Value)),
        JsonNull => new StatePath(null),
        _ => null,
    };

    public PayloadTemplate? Template(string field) => Source[field] is not { } value ? null
        : _isJsonata ? PayloadTemplate.ParseJsonata(value, _at + field)
        : PayloadTemplate.Parse(value);

    /// <summary>A template that there is in JSONata mode alone.</summary>
    public PayloadTemplate? Output() => _isJsonata ? Template("Output") : null;

    public PayloadTemplate? Items(bool orObject) => _isJsonata && Source["Items"] is { } items ? PayloadTemplate.ParseItems(items, "Items", orObject) : null;

    /// <summary>A field that is a JSONata expression; null where it is a plain value.</summary>
    public JsonataField? Expression(string field) =>
        _isJsonata && Text(field) is { } text && StepFunctionsJsonata.IsExpression(text) ? JsonataField.Parse(text, _at + field) : null;

    public PathOrIntrinsic? PathOrIntrinsic(string field) => !_isJsonata && Text(field) is { } text ? Templates.PathOrIntrinsic.Parse(text) : null;

    public IReadOnlyList<ChoiceOption> Choices() => Entries("Choices").Select(entry => new ChoiceOption(
        _isJsonata ? ChoiceRule.ParseCondition(entry.Source["Condition"] ?? JsonValue.Null, entry._at + "Condition") : ChoiceRule.Parse(entry.Source),
        entry.Text("Next")!,
        entry.Template("Assign"),
        entry.Output())).ToArray();

    public IReadOnlyList<Retrier> Retry() => Entries("Retry").Select(entry => new Retrier(
        entry.Errors(),
        Integer(entry.Source, "IntervalSeconds") ?? 1,
        Integer(entry.Source, "MaxAttempts") ?? 3,
        (entry.Source["BackoffRate"] as JsonNumber)?.ToDouble() ?? 2.0,
        Integer(entry.Source, "MaxDelaySeconds"),
        entry.Text("JitterStrategy") == "FULL")).ToArray();

    public IReadOnlyList<Catcher> Catch() => Entries("Catch").Select(entry => new Catcher(
        entry.Errors(), entry.Text("Next")!, entry.StatePath("ResultPath"), entry.Template("Assign"), entry.Output())).ToArray();

    private IEnumerable<FieldReader> Entries(string field) =>
        (Source[field] as JsonArray ?? JsonArray.Empty).Select((item, i) => new FieldReader((JsonObject)item, Language, $"{field}[{i}]/"));

    private string[] Errors() => ((JsonArray)Source["ErrorEquals"]!).Select(error => ((JsonString)error).Value).ToArray();
}
