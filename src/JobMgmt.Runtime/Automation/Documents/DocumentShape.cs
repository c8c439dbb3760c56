using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>Reads members of a document part and refuses what its schema has no place for, in the words of AWS's schema checker.</summary>
/// <param name="part">The object.</param>
/// <param name="pointer">Where it stands, as a JSON pointer.</param>
internal sealed class DocumentShape(JsonObject part, string pointer)
{
    public JsonObject Part { get; } = part;

    public string Pointer { get; } = pointer;

    /// <summary>InvalidDocumentContent.</summary>
    public static ServiceException Invalid(string message) => new("InvalidDocumentContent", message);

    /// <summary>An object that is to stand at that place.</summary>
    public static DocumentShape Of(JsonValue value, string pointer) =>
        new(value as JsonObject ?? throw Wrong(pointer, value, "object"), pointer);

    public DocumentShape Require(params string[] names)
    {
        var missing = names.Where(name => !Part.Contains(name)).Order(StringComparer.Ordinal).ToArray();
        return missing.Length == 0
            ? this
            : throw Invalid($"[message: \"object has missing required properties ({Quoted(missing)})\" - parent node: {Pointer}]");
    }

    public DocumentShape Allow(params string[] names)
    {
        var unknown = Part.Select(member => member.Key).Where(name => !names.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        return unknown.Length == 0
            ? this
            : throw Invalid($"[message: \"object instance has properties which are not allowed by the schema: {Quoted(unknown)}\" - parent node: {Pointer}]");
    }

    public string? Text(string name) => Part[name] switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        JsonNumber or JsonBoolean => Part[name]!.ToString(), // YAML without quotes
        var other => throw Wrong($"{Pointer.TrimEnd('/')}/{name}", other, "string"),
    };

    public bool? Flag(string name) => Part[name] switch
    {
        null or JsonNull => null,
        JsonBoolean flag => flag.Value,
        JsonString { Value: "true" } => true,
        JsonString { Value: "false" } => false,
        var other => throw Wrong($"{Pointer.TrimEnd('/')}/{name}", other, "boolean"),
    };

    public long? Number(string name) => Part[name] switch
    {
        null or JsonNull => null,
        JsonNumber number when number.TryToInt64(out var value) => value,
        var other => throw Wrong($"{Pointer.TrimEnd('/')}/{name}", other, "integer"),
    };

    public JsonArray? List(string name) => Part[name] switch
    {
        null or JsonNull => null,
        JsonArray list => list,
        var other => throw Wrong($"{Pointer.TrimEnd('/')}/{name}", other, "array"),
    };

    public JsonObject? Object(string name) => Part[name] switch
    {
        null or JsonNull => null,
        JsonObject obj => obj,
        var other => throw Wrong($"{Pointer.TrimEnd('/')}/{name}", other, "object"),
    };

    private static ServiceException Wrong(string pointer, JsonValue found, string expected) =>
        Invalid($"[message: \"instance type ({found.Kind.ToString().ToLowerInvariant()}) does not match any allowed primitive type (allowed: [\\\"{expected}\\\"])\" - parent node: {pointer}]");

    private static string Quoted(IEnumerable<string> names) => "[" + string.Join(",", names.Select(name => $"\\\"{name}\\\"")) + "]";
}
