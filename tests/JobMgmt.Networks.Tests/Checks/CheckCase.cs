using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Checks;

/// <summary>One row of Cases/checks/cases.json: the network there with some values set or removed, by location, and what the check finds. A text "x*3" stands for "xxx".</summary>
internal static partial class CheckCase
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> _all = new(() =>
        ((JsonArray)JsonValue.Parse(Cases.Text("checks/cases.json"))).Cast<JsonObject>().ToDictionary(row => ((JsonString)row["it"]!).Value));

    public static IEnumerable<string> Names => _all.Value.Keys;

    public static (JsonObject Definition, string[] Expected) Read(string name)
    {
        var row = _all.Value[name];
        JsonValue definition = JsonValue.Parse(Cases.Text("checks/network.json"));
        foreach (var set in row["set"] as JsonObject ?? JsonObject.Empty)
        {
            definition = Set(definition, Steps(set.Key), Expand(set.Value));
        }

        foreach (var remove in row["remove"] as JsonArray ?? JsonArray.Empty)
        {
            definition = Set(definition, Steps(((JsonString)remove).Value), null);
        }

        return ((JsonObject)definition, ((JsonArray)row["expect"]!).Select(item => ((JsonString)item).Value).ToArray());
    }

    private static string[] Steps(string location) => location.Replace("[", "/[").Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static JsonValue Set(JsonValue at, ReadOnlySpan<string> steps, JsonValue? value)
    {
        var step = steps[0];
        if (at is JsonArray array)
        {
            var index = int.Parse(step.Trim('[', ']'));
            var changed = steps.Length == 1 ? value! : Set(array[index], steps[1..], value);
            return new JsonArray(array.Select((item, i) => i == index ? changed : item));
        }

        var obj = (JsonObject)at;
        return steps.Length > 1 ? obj.With(step, Set(obj[step]!, steps[1..], value)) : value is null ? obj.Without(step) : obj.With(step, value);
    }

    private static JsonValue Expand(JsonValue value) => value switch
    {
        JsonString text when Repeated().Match(text.Value) is { Success: true } match => new string('x', int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)),
        JsonArray array => new JsonArray(array.Select(Expand)),
        JsonObject obj => new JsonObject(obj.Select(member => KeyValuePair.Create(member.Key, Expand(member.Value)))),
        _ => value,
    };

    [GeneratedRegex(@"^x\*(\d+)$")]
    private static partial Regex Repeated();
}
