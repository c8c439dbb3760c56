using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// A target's InputTransformer: paths into the event under names, and a template with <c>&lt;name&gt;</c>s. Outside quotes a value keeps its JSON form, within quotes it
/// becomes text; a path that finds nothing gives an empty text.
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html)
/// </summary>
internal sealed partial class InputTransformer
{
    private const string Reserved = "aws.events.";
    private readonly Dictionary<string, JsonPath> _paths;
    private readonly string _template;

    private InputTransformer(Dictionary<string, JsonPath> paths, string template)
    {
        _paths = paths;
        _template = template;
    }

    /// <summary>Reads and checks one.</summary>
    /// <exception cref="ServiceException">ValidationException: a path or a placeholder is not valid.</exception>
    public static InputTransformer Parse(string targetId, JsonObject transformer)
    {
        var template = transformer.Text("InputTemplate")
            ?? throw new ServiceException("ValidationException", $"InputTemplate for target {targetId} is missing.");
        var paths = new Dictionary<string, JsonPath>(StringComparer.Ordinal);
        foreach (var (name, path) in transformer.Object("InputPathsMap") ?? JsonObject.Empty)
        {
            paths.Add(name, ParsePath(((JsonString)path).Value));
        }

        foreach (var name in Placeholder().Matches(template).Select(match => match.Groups[1].Value))
        {
            if (!paths.ContainsKey(name) && !name.StartsWith(Reserved, StringComparison.Ordinal))
            {
                throw new ServiceException("ValidationException", $"InputTemplate for target {targetId} contains invalid placeholder {name}.");
            }
        }

        return new InputTransformer(paths, template);
    }

    /// <summary>Refuses a template that is no JSON once its placeholders are values: one value, or lines of which each is one.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static void CheckTemplate(string targetId, string template)
    {
        // As long as the placeholder, so that faults keep their places; "{}" is a value outside quotes, and text within.
        var filled = Placeholder().Replace(template, placeholder => "{}".PadRight(placeholder.Length));
        try
        {
            JsonValue.Parse(filled);
        }
        catch (JsonSyntaxException error)
        {
            if (filled.Split('\n').Where(line => line.Trim().Length > 0).Any(line => !JsonValue.TryParse(line, out _)))
            {
                var at = error.InnerException as JsonException;
                throw new ServiceException(
                    "ValidationException",
                    FormattableString.Invariant(
                        $"Invalid InputTemplate for target {targetId} : [Source: (String)\"{template}\"; line: {(at?.LineNumber ?? 0) + 1}, column: {(at?.BytePositionInLine ?? 0) + 1}]."));
            }
        }
    }

    /// <summary>What a path selects of an event; null where it finds nothing.</summary>
    public static JsonValue Select(string path, JsonObject envelope) => ParsePath(path).TryEvaluate(envelope, out var value) ? value : JsonValue.Null;

    public string Apply(JsonObject envelope, string ruleName, string ruleArn, DateTimeOffset ingested)
    {
        var text = new StringBuilder();
        var quoted = false;
        var at = 0;
        foreach (Match placeholder in Placeholder().Matches(_template))
        {
            quoted = Copy(text, _template.AsSpan(at, placeholder.Index - at), quoted);
            at = placeholder.Index + placeholder.Length;
            var value = Value(placeholder.Groups[1].Value, envelope, ruleName, ruleArn, ingested);
            text.Append(value is null ? quoted ? "" : "\"\"" : quoted ? Escaped(value is JsonString plain ? plain.Value : value.ToString()) : value.ToString());
        }

        Copy(text, _template.AsSpan(at), quoted);
        return text.ToString();
    }

    private JsonValue? Value(string name, JsonObject envelope, string ruleName, string ruleArn, DateTimeOffset ingested) => name switch
    {
        Reserved + "rule-arn" => ruleArn,
        Reserved + "rule-name" => ruleName,
        Reserved + "event" => WithoutDetail(envelope),
        Reserved + "event.json" => envelope,
        Reserved + "event.ingestion-time" => ingested.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => _paths.TryGetValue(name, out var path) && path.TryEvaluate(envelope, out var value) ? value : null,
    };

    /// <summary>The members, their order and the one name that is not the event's own are as recorded on AWS.</summary>
    private static JsonObject WithoutDetail(JsonObject envelope) => JsonObject.Of(
        ("id", envelope["id"]),
        ("account", envelope["account"]),
        ("detailType", envelope["detail-type"]),
        ("time", envelope["time"]),
        ("source", envelope["source"]),
        ("region", envelope["region"]),
        ("resources", envelope["resources"]),
        ("version", envelope["version"]));

    private static bool Copy(StringBuilder text, ReadOnlySpan<char> part, bool quoted)
    {
        for (var i = 0; i < part.Length; i++)
        {
            text.Append(part[i]);
            if (part[i] == '\\' && quoted && i + 1 < part.Length)
            {
                text.Append(part[++i]);
            }
            else if (part[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return quoted;
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        JsonString.WriteQuoted(text, value);
        return text.ToString(1, text.Length - 2);
    }

    private static JsonPath ParsePath(string path)
    {
        try
        {
            return JsonPath.Parse(path);
        }
        catch (PathSyntaxException error)
        {
            throw new ServiceException("ValidationException", $"Invalid JSON path '{path}': {error.Message}");
        }
    }

    [GeneratedRegex("<([A-Za-z0-9_.-]+)>")]
    private static partial Regex Placeholder();
}
