using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>
/// <c>{{ name }}</c> in a step's inputs. A text that is one reference and nothing else becomes the value with its type; a reference inside a text is put in as text.
/// One pass: what a value itself contains is never replaced.
/// </summary>
internal static partial class References
{
    /// <summary>The names referred to.</summary>
    public static IEnumerable<string> In(JsonValue value) => value switch
    {
        JsonString text => Reference().Matches(text.Value).Select(match => match.Groups[1].Value),
        JsonArray array => array.SelectMany(In),
        JsonObject obj => obj.SelectMany(member => In(member.Value)),
        _ => [],
    };

    /// <summary>A copy with the references replaced. A name that <paramref name="find"/> does not know stays as it is written.</summary>
    public static JsonValue Resolve(JsonValue value, Func<string, JsonValue?> find) => value switch
    {
        JsonString text => Resolve(text, find),
        JsonArray array => new JsonArray(array.Select(item => Resolve(item, find))),
        JsonObject obj => new JsonObject(obj.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, find)))),
        _ => value,
    };

    /// <summary>The reference that a text consists of, or null.</summary>
    public static string? Whole(string text) => Reference().Match(text) is { Success: true } match && match.Length == text.Length ? match.Groups[1].Value : null;

    private static JsonValue Resolve(JsonString text, Func<string, JsonValue?> find) =>
        Whole(text.Value) is { } name
            ? find(name) ?? text
            : Reference().Replace(text.Value, match => find(match.Groups[1].Value) is { } value ? ParameterTypes.Text(value) : match.Value);

    [GeneratedRegex(@"\{\{\s*([a-zA-Z0-9_.:/-]+)\s*\}\}")]
    private static partial Regex Reference();
}
