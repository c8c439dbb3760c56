using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>The sorts of values that networks' files have.</summary>
internal static class FileKinds
{
    /// <summary>A text. Without quotes it must be one for YAML, too: <c>yes</c>, <c>on</c> and <c>5</c> are not.</summary>
    internal static FileKind<string> Text { get; } = new(value => new JsonString(value), (node, _) => ReadText(node), Type("string"));

    /// <summary>Lines as a block of text, or as a list of texts.</summary>
    internal static FileKind<IReadOnlyList<string>> Lines { get; } = new(
        lines => new JsonArray(lines.SelectMany(line => line.Split('\n')).Select(line => (JsonValue)new JsonString(line))),
        (node, scope) => node.Items is null ? SplitLines(ReadText(node)) : ReadTexts(node, scope).SelectMany(line => line.Split('\n')).ToArray(),
        TextOrTexts);

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    internal static FileKind<IReadOnlyList<string>> Texts { get; } = new(
        texts => new JsonArray(texts.Select(text => (JsonValue)new JsonString(text))),
        (node, scope) => node.Items is null ? new[] { ReadText(node) } : ReadTexts(node, scope),
        TextOrTexts);

    /// <summary>A list of whole numbers; a single one stands for a list of one.</summary>
    internal static FileKind<IReadOnlyList<int>> Numbers { get; } = new(
        numbers => new JsonArray(numbers.Select(number => (JsonValue)number)),
        (node, scope) => (node.Items ?? new[] { node }).Select((item, i) => scope.Item(i).Try(() => ReadWhole(item), 0)).ToArray(),
        OneOf(Type("integer"), JsonObject.Of(("type", "array"), ("items", Type("integer")))));

    /// <summary>Texts by name, such as tags; written in the order of their names.</summary>
    internal static FileKind<IReadOnlyDictionary<string, string>> Map { get; } = new(
        map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, new JsonString(pair.Value)))),
        (node, scope) => ReadByName(node, scope, ReadText),
        JsonObject.Of(("type", "object"), ("additionalProperties", Type("string"))));

    /// <summary>Texts by name, where null stands for one that is to be given.</summary>
    internal static FileKind<IReadOnlyDictionary<string, string?>> Parameters { get; } = new(
        map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, pair.Value is null ? JsonNull.Instance : new JsonString(pair.Value)))),
        (node, scope) => ReadByName(node, scope, value => value.IsPlain && value.Text is "" or "~" or "null" ? null : ReadText(value)),
        JsonObject.Of(("type", "object"), ("additionalProperties", JsonObject.Of(("type", new JsonArray(new JsonValue[] { "string", "null" }))))));

    /// <summary>Texts by number, such as the names of exit codes; written in the order of the numbers.</summary>
    internal static FileKind<IReadOnlyDictionary<int, string>> Names { get; } = new(
        map => new JsonObject(map.OrderBy(pair => pair.Key).Select(pair => new KeyValuePair<string, JsonValue>(pair.Key.ToString(CultureInfo.InvariantCulture), new JsonString(pair.Value)))),
        ReadNames,
        JsonObject.Of(("type", "object"), ("propertyNames", JsonObject.Of(("pattern", "^[0-9]+$"))), ("additionalProperties", Type("string"))));

    internal static FileKind<int> Whole { get; } = new(value => value, (node, _) => ReadWhole(node), Type("integer"));

    internal static FileKind<double> Number { get; } = new(
        value => value,
        (node, _) => double.TryParse(ReadPlain(node, "a number"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : throw new FileFaultException(node, $"'{node.Text}' is no number.", "Write one such as 2 or 1.5."),
        Type("number"));

    internal static FileKind<bool> Truth { get; } = new(
        value => value,
        (node, _) => ReadPlain(node, "true or false") switch
        {
            "true" => true,
            "false" => false,
            _ => throw new FileFaultException(node, $"'{node.Text}' is neither true nor false.", "Write true or false, in these letters."),
        },
        Type("boolean"));

    /// <summary>A span of whole seconds.</summary>
    internal static FileKind<int> Duration { get; } = new(
        seconds => new JsonString(FileDuration.Write(seconds)),
        (node, _) => FileDuration.Read(node.Text ?? throw new FileFaultException(node, $"Here must be a span of time, not {node.Kind}.", FileDuration.Fix))
            ?? throw new FileFaultException(node, $"'{node.Text}' is no span of time.", FileDuration.Fix),
        OneOf(JsonObject.Of(("type", "string"), ("pattern", "^([0-9]+[dhms])+$")), JsonObject.Of(("type", "integer"), ("minimum", 0))));

    /// <summary>One of an enumeration's names.</summary>
    internal static FileKind<TEnum> Name<TEnum>()
        where TEnum : struct, Enum => new(
            value => new JsonString(value.ToString()),
            (node, _) => Enum.GetNames(typeof(TEnum)).Contains(node.Text, StringComparer.Ordinal)
                ? (TEnum)Enum.Parse(typeof(TEnum), node.Text!)
                : throw new FileFaultException(node, $"'{node.Text ?? node.Kind}' is not one of the choices.", $"Write {string.Join(", ", Enum.GetNames(typeof(TEnum)))}."),
            JsonObject.Of(("enum", new JsonArray(Enum.GetNames(typeof(TEnum)).Select(name => (JsonValue)new JsonString(name))))));

    /// <summary>Things one below the other.</summary>
    internal static FileKind<IReadOnlyList<T>> ListOf<T>(FileKind<T> kind) => new(
        items => new JsonArray(items.Select(kind.Write)),
        (node, scope) => (node.Items ?? throw new FileFaultException(node, $"Here must be a list, not {node.Kind}.", "Begin each item with '- '."))
            .Select((item, i) => scope.Item(i).Try(() => (true, kind.Read(item, scope.Item(i))), (false, default!)))
            .Where(read => read.Item1).Select(read => read.Item2).ToArray(),
        JsonObject.Of(("type", "array"), ("items", kind.Schema)));

    /// <summary>Things one below the other; a single one may stand without the list, and is written so.</summary>
    internal static FileKind<IReadOnlyList<T>> OneOrListOf<T>(FileKind<T> kind) => new(
        items => items.Count == 1 ? kind.Write(items[0]) : ListOf(kind).Write(items),
        (node, scope) => node.Items is null ? new[] { kind.Read(node, scope) } : ListOf(kind).Read(node, scope),
        OneOf(kind.Schema, JsonObject.Of(("type", "array"), ("items", kind.Schema))));

    private static JsonObject TextOrTexts => OneOf(Type("string"), JsonObject.Of(("type", "array"), ("items", Type("string"))));

    private static JsonObject Type(string type) => JsonObject.Of(("type", type));

    private static JsonObject OneOf(params JsonObject[] schemas) => JsonObject.Of(("oneOf", new JsonArray(schemas)));

    private static string ReadText(FileNode node)
    {
        var text = node.Text ?? throw new FileFaultException(node, $"Here must be a text, not {node.Kind}.", "Write one, in quotes where it has ': ' or ' #' in it.");
        return node.IsPlain && FileScalars.IsAmbiguous(text)
            ? throw new FileFaultException(node, text.Length == 0 ? "The value is missing." : $"YAML does not take {text} for a text.", $"Write it in quotes: '{text}'.")
            : text.IndexOf('\0') >= 0 ? throw new FileFaultException(node, "The text has a NUL in it, which no shell takes.", "Take it out.") : text;
    }

    private static string[] ReadTexts(FileNode node, FileScope scope) => node.Items!.Select((item, i) => scope.Item(i).Try(() => ReadText(item), "")).ToArray();

    private static string ReadPlain(FileNode node, string wanted) => node.IsPlain && node.Text is { Length: > 0 } text
        ? text : throw new FileFaultException(node, $"Here must be {wanted}, without quotes.", "Take the quotes away, or write the value.");

    private static int ReadWhole(FileNode node) =>
        int.TryParse(ReadPlain(node, "a whole number"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole : throw new FileFaultException(node, $"'{node.Text}' is no whole number.", "Write one such as 3.");

    // A block's last line break ends its last line; it begins no other.
    private static string[] SplitLines(string text) => (text.EndsWith("\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text).Split('\n');

    private static IReadOnlyDictionary<string, T> ReadByName<T>(FileNode node, FileScope scope, Func<FileNode, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var pair in node.Members ?? throw new FileFaultException(node, $"Here must be texts by name, not {node.Kind}.", "Write them one a line: name: value."))
        {
            map[pair.Key.Text!] = scope.Member(pair.Key.Text!).Try(() => read(pair.Value), default!);
        }

        return map;
    }

    private static IReadOnlyDictionary<int, string> ReadNames(FileNode node, FileScope scope)
    {
        var map = new Dictionary<int, string>();
        foreach (var pair in node.Members ?? throw new FileFaultException(node, $"Here must be names by number, not {node.Kind}.", "Write them one a line: 75: Name."))
        {
            scope.Member(pair.Key.Text!).Try(
                () => map[int.TryParse(pair.Key.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number : throw new FileFaultException(pair.Key, $"'{pair.Key.Text}' is no whole number.", "Write one such as 75.")] = ReadText(pair.Value),
                "");
        }

        return map;
    }
}
