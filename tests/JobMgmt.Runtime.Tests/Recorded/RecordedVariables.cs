using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>The variables of a case: <c>${call3.member}</c>, <c>${uid1}</c>, <c>${role}</c>, <c>${value7}</c>.</summary>
internal sealed class RecordedVariables(JsonObject computed)
{
    private static readonly Regex _variable = new("\\$\\{([a-zA-Z0-9_.-]+)\\}", RegexOptions.CultureInvariant);
    private readonly Dictionary<string, JsonValue> _values = new(StringComparer.Ordinal)
    {
        ["role"] = StatesDriver.Role,
        ["account"] = "000000000000",
        ["region"] = "us-east-1",
    };

    public void Set(string name, JsonValue value) => _values[name] = value;

    /// <summary>A value with its variables filled in.</summary>
    public JsonValue Fill(JsonValue value) => value switch
    {
        JsonObject { Count: 1 } bytes when bytes["__bytes__"] is JsonString text => FillText(text.Value),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value)))),
        JsonArray items => new JsonArray(items.Select(Fill)),
        JsonString text when _variable.Match(text.Value) is { Success: true } whole && whole.Length == text.Value.Length => Get(whole.Groups[1].Value),
        JsonString text => FillText(text.Value),
        _ => value,
    };

    private string FillText(string text) => _variable.Replace(text, match => Get(match.Groups[1].Value) is JsonString { Value: var value } ? value : Get(match.Groups[1].Value).ToString());

    private JsonValue Get(string path)
    {
        var parts = path.Split('.');
        var value = Root(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            value = value is JsonArray list ? Item(list, int.Parse(part, CultureInfo.InvariantCulture)) : (value as JsonObject)?[part] ?? throw new InvalidOperationException($"No {path} in {value}");
        }

        return value;
    }

    private static JsonValue Item(JsonArray list, int index) => list[index < 0 ? list.Count + index : index];

    private JsonValue Root(string name)
    {
        if (!_values.TryGetValue(name, out var value))
        {
            value = computed[name] is JsonObject rule ? Compute(rule)
                : name.StartsWith("uid", StringComparison.Ordinal) ? Guid.NewGuid().ToString("N")[..8]
                : throw new InvalidOperationException($"The variable {name} is not known");
            _values[name] = value;
        }

        return value;
    }

    private string Compute(JsonObject rule)
    {
        var text = ((JsonString)Fill(rule["of"]!)).Value;
        if (rule["replace"] is JsonArray replace)
        {
            return text.Replace(((JsonString)Fill(replace[0])).Value, ((JsonString)Fill(replace[1])).Value, StringComparison.Ordinal);
        }

        if (rule["slice"] is JsonArray slice)
        {
            return text[Index(slice[0], 0, text.Length)..Index(slice[1], text.Length, text.Length)];
        }

        throw new InvalidOperationException($"The rule {rule} is not known");
    }

    private static int Index(JsonValue value, int absent, int length) =>
        value is JsonNumber number && number.TryToInt64(out var index) ? (int)(index < 0 ? length + index : index) : absent;
}
