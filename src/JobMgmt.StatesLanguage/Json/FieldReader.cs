using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Reads single fields of checked JSON; null where the field is absent.</summary>
internal static class FieldReader
{
    public static string? Text(JsonObject source, string field) => (source[field] as JsonString)?.Value;

    public static long? Integer(JsonObject source, string field) => source[field] is JsonNumber number && number.TryToInt64(out var value) ? value : null;

    public static JsonPath? Path(JsonObject source, string field) => Text(source, field) is { } text ? JsonPath.Parse(text) : null;

    public static StatePath? StatePath(JsonObject source, string field) => source[field] switch
    {
        JsonString text => new StatePath(JsonPath.Parse(text.Value)),
        JsonNull => new StatePath(null),
        _ => null,
    };

    public static PayloadTemplate? Template(JsonObject source, string field) => source[field] is { } value ? PayloadTemplate.Parse(value) : null;

    public static PathOrIntrinsic? Expression(JsonObject source, string field) => Text(source, field) is { } text ? PathOrIntrinsic.Parse(text) : null;

    public static IEnumerable<JsonObject> Items(JsonObject source, string field) => (source[field] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>();

    public static ChoiceOption Choice(JsonObject source) => new(ChoiceRule.Parse(source), Text(source, "Next")!, Template(source, "Assign"));

    public static Retrier Retrier(JsonObject source) => new(
        Errors(source),
        Integer(source, "IntervalSeconds") ?? 1,
        Integer(source, "MaxAttempts") ?? 3,
        (source["BackoffRate"] as JsonNumber)?.ToDouble() ?? 2.0,
        Integer(source, "MaxDelaySeconds"),
        Text(source, "JitterStrategy") == "FULL");

    public static Catcher Catcher(JsonObject source) =>
        new(Errors(source), Text(source, "Next")!, StatePath(source, "ResultPath"), Template(source, "Assign"));

    private static string[] Errors(JsonObject source) => ((JsonArray)source["ErrorEquals"]!).Select(error => ((JsonString)error).Value).ToArray();
}
