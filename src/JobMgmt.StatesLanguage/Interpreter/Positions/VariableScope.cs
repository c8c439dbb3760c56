using System.Collections;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>The variables that a branch sees: its own and, from when it started, those around it. Immutable.</summary>
internal sealed class VariableScope : IReadOnlyDictionary<string, JsonValue>
{
    public VariableScope(JsonObject values) => Values = values;

    public static VariableScope Empty { get; } = new(JsonObject.Empty);

    public JsonObject Values { get; }

    public int Count => Values.Count;

    public IEnumerable<string> Keys => Values.Select(member => member.Key);

    IEnumerable<JsonValue> IReadOnlyDictionary<string, JsonValue>.Values => Values.Select(member => member.Value);

    public JsonValue this[string key] => Values[key] ?? throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => Values.Contains(key);

    public bool TryGetValue(string key, out JsonValue value)
    {
        value = Values[key] ?? JsonValue.Null;
        return Values.Contains(key);
    }

    public VariableScope With(JsonObject assigned) => new(assigned.Aggregate(Values, (values, member) => values.With(member.Key, member.Value)));

    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
