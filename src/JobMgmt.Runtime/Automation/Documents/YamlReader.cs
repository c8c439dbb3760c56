using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>YAML 1.2, core schema, to JSON values. One document; keys are strings; aliases are followed within bounds.</summary>
internal static partial class YamlReader
{
    private const int MostNodes = 200_000; // a few aliases can unfold to gigabytes

    /// <exception cref="YamlException">Not YAML, or nothing that JSON can hold.</exception>
    public static JsonValue Read(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(new BoundedYamlParser(new Parser(reader)));
        if (stream.Documents.Count != 1)
        {
            throw new YamlException("Exactly one document is expected.");
        }

        var left = MostNodes;
        return Value(stream.Documents[0].RootNode, ref left);
    }

    /// <summary>Whether a plain scalar is anything else than a string; a writer must quote such strings.</summary>
    public static bool IsSpecial(string plain) => Plain(plain) is not JsonString;

    private static JsonValue Value(YamlNode node, ref int left)
    {
        if (--left < 0)
        {
            throw new YamlException(node.Start, node.End, "The document unfolds to too many nodes.");
        }

        switch (node)
        {
            case YamlScalarNode scalar:
                return scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? Plain(scalar.Value ?? "") : new JsonString(scalar.Value ?? "");
            case YamlSequenceNode sequence:
                var items = new List<JsonValue>();
                foreach (var item in sequence)
                {
                    items.Add(Value(item, ref left));
                }

                return new JsonArray((IReadOnlyList<JsonValue>)items);
            case YamlMappingNode mapping:
                var members = new List<KeyValuePair<string, JsonValue>>();
                foreach (var (key, value) in mapping)
                {
                    members.Add(new((key as YamlScalarNode)?.Value ?? throw new YamlException(key.Start, key.End, "A key must be a string."), Value(value, ref left)));
                }

                return new JsonObject(members);
            default:
                throw new YamlException(node.Start, node.End, "Unexpected node.");
        }
    }

    private static JsonValue Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JsonNull.Instance,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when Float().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) => real,
        _ => new JsonString(text),
    };

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Float();
}
