using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Validation;

/// <summary>One shape of a service model: what a member of a request may hold.</summary>
internal sealed class RequestShape
{
    private readonly Regex? _pattern;

    /// <summary>Reads it.</summary>
    /// <param name="name">Its name in the model, by which AWS shows structures.</param>
    /// <param name="source">Its entry in the model's file.</param>
    public RequestShape(string name, JsonObject source)
    {
        Name = name;
        Type = source.Text("type")!;
        Least = source.Number("min");
        Most = source.Number("max");
        Pattern = source.Text("pattern");
        Enum = source.List("enum")?.OfType<JsonString>().Select(item => item.Value).ToArray();
        IsSensitive = source.Flag("sensitive") ?? false;
        Item = source.Text("item");
        Key = source.Text("key");
        Required = [.. source.Texts("required")];
        Members = [.. (source.Object("members") ?? JsonObject.Empty).Select(member => KeyValuePair.Create(member.Key, ((JsonString)member.Value).Value))];
        _pattern = Pattern is null ? null : new Regex($@"^(?:{FromJava(Pattern)})\z", RegexOptions.CultureInvariant | Engine(Pattern));
    }

    public string Name { get; }

    /// <summary><c>structure</c>, <c>list</c>, <c>map</c>, <c>string</c>, <c>number</c>, <c>boolean</c>, <c>blob</c> or <c>timestamp</c>.</summary>
    public string Type { get; }

    public long? Least { get; }

    public long? Most { get; }

    /// <summary>The pattern, as AWS shows it.</summary>
    public string? Pattern { get; }

    public IReadOnlyList<string>? Enum { get; }

    /// <summary>AWS does not show its value in a refusal.</summary>
    public bool IsSensitive { get; }

    /// <summary>The shape of a list's items or a map's values.</summary>
    public string? Item { get; }

    /// <summary>The shape of a map's keys.</summary>
    public string? Key { get; }

    public HashSet<string> Required { get; }

    /// <summary>A structure's members and their shapes, in the model's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Members { get; }

    /// <summary>Whether it holds one value, not several.</summary>
    public bool IsScalar => Type is not ("structure" or "list" or "map");

    /// <summary>What a text or number breaks.</summary>
    public IEnumerable<string> Broken(JsonValue value) => Rules().Where(rule => !rule.Holds(value)).Select(rule => rule.Constraint);

    /// <summary>All that it asks of a text or number, as AWS lists it for the items of a list.</summary>
    public string All => string.Join(", ", Rules().Select(rule => rule.Constraint));

    private IEnumerable<(string Constraint, Func<JsonValue, bool> Holds)> Rules()
    {
        var kind = Type == "number" ? "value" : "length";
        if (Type is "string" or "number" && Most is { } most)
        {
            yield return (Invariant($"Member must have {kind} less than or equal to {most}"), value => Size(value) is not { } size || size <= most);
        }

        if (Type is "string" or "number" && Least is { } least)
        {
            yield return (Invariant($"Member must have {kind} greater than or equal to {least}"), value => Size(value) is not { } size || size >= least);
        }

        if (Pattern is not null)
        {
            yield return ($"Member must satisfy regular expression pattern: {Pattern}", value => value is not JsonString text || _pattern!.IsMatch(text.Value));
        }

        if (Enum is not null)
        {
            yield return ($"Member must satisfy enum value set: [{string.Join(", ", Enum)}]", value => value is not JsonString text || Enum.Contains(text.Value));
        }
    }

    private double? Size(JsonValue value) => (Type, value) switch
    {
        ("string", JsonString text) => text.Value.Length,
        ("number", JsonNumber number) => number.ToDouble(),
        _ => null, // of the wrong type: the operation refuses it
    };

    private static string FromJava(string pattern) =>
        pattern.Replace(@"\p{ASCII}", @"[\x00-\x7F]", StringComparison.Ordinal).Replace(@"\_", "_", StringComparison.Ordinal);

    // lookarounds and large repeats need the backtracking engine; all other patterns run in time that grows with the text alone
    private static RegexOptions Engine(string pattern) =>
        pattern.Contains("(?", StringComparison.Ordinal) || pattern.Contains("{1,", StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.NonBacktracking;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
