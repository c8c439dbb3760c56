using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>JSON to template nodes, gathering every fault on the way.</summary>
internal sealed class TemplateReader
{
    private const string Suffix = ".$";
    private readonly List<TemplateFault> _faults = new();

    public IReadOnlyList<TemplateFault> Faults => _faults;

    public TemplateNode Read(JsonValue source) => Read(source, string.Empty);

    private TemplateNode Read(JsonValue source, string pointer) => source switch
    {
        JsonObject obj => Object(obj, pointer),
        JsonArray array => Array(array, pointer),
        _ => new ConstantNode(source),
    };

    private TemplateNode Array(JsonArray array, string pointer)
    {
        var items = array.Select((item, i) => Read(item, $"{pointer}/{i}")).ToArray();
        return System.Array.TrueForAll(items, item => item is ConstantNode) ? new ConstantNode(array) : new ArrayNode(items);
    }

    private TemplateNode Object(JsonObject obj, string pointer)
    {
        var members = new List<KeyValuePair<string, TemplateNode>>(obj.Count);
        var constant = true;
        foreach (var member in obj)
        {
            var computed = member.Key.EndsWith(Suffix, StringComparison.Ordinal);
            var name = computed ? member.Key.Substring(0, member.Key.Length - Suffix.Length) : member.Key;
            var node = computed ? Field(member.Key, member.Value, pointer) : Read(member.Value, $"{pointer}/{member.Key}");
            constant &= node is ConstantNode;
            if (members.FindIndex(other => other.Key == name) >= 0)
            {
                // AWS's words for this are not known; a field that is silently lost would be worse than a refusal.
                Fault(pointer, member.Key, $"The field '{name}' is defined more than once");
            }

            members.Add(new KeyValuePair<string, TemplateNode>(name, node));
        }

        return constant ? new ConstantNode(obj) : new ObjectNode(members.ToArray());
    }

    private TemplateNode Field(string field, JsonValue value, string pointer)
    {
        if (value is not JsonString text)
        {
            Fault(pointer, field, $"The value for the field '{field}' must be a STRING that contains a JSONPath but was an {value.Kind.ToString().ToUpperInvariant()}");
            return new ConstantNode(value);
        }

        try
        {
            return new ExpressionNode(field, PathOrIntrinsic.Parse(text.Value));
        }
        catch (FormatException error)
        {
            Fault(pointer, field, $"The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call", error.Message);
            return new ConstantNode(value);
        }
    }

    private void Fault(string pointer, string field, string message, string? detail = null) =>
        _faults.Add(new TemplateFault(pointer, field, message, detail ?? message));
}
