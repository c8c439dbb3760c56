using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>The variables that an expression may read, by their names without the <c>$</c>. Immutable.</summary>
public sealed class JsonataBindings
{
    private static readonly Dictionary<string, JsonValue> _none = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, JsonValue> _values;
    private readonly string? _name;
    private readonly Lazy<JsonValue>? _value;

    /// <summary>Variables from a dictionary, which must not change afterwards.</summary>
    public JsonataBindings(IReadOnlyDictionary<string, JsonValue> values) => _values = values;

    private JsonataBindings(IReadOnlyDictionary<string, JsonValue> values, string name, Lazy<JsonValue> value)
    {
        _values = values;
        _name = name;
        _value = value;
    }

    /// <summary>No variables.</summary>
    public static JsonataBindings None { get; } = new(_none);

    /// <summary>The same with one variable more, which hides one of the same name: <c>$states</c> before a state's variables.</summary>
    public JsonataBindings With(string name, JsonValue value) => With(name, () => value);

    /// <summary>The same with a variable whose value is made once, when it is first read.</summary>
    public JsonataBindings With(string name, Func<JsonValue> value) =>
        new(_name is null ? _values : Merged(), name, new Lazy<JsonValue>(value, LazyThreadSafetyMode.None));

    internal bool TryGet(string name, out JsonValue? value)
    {
        if (_name == name)
        {
            value = _value!.Value;
            return true;
        }

        if (_values.TryGetValue(name, out var found))
        {
            value = found;
            return true;
        }

        value = null;
        return false;
    }

    private Dictionary<string, JsonValue> Merged()
    {
        var merged = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var pair in _values)
        {
            merged[pair.Key] = pair.Value;
        }

        merged[_name!] = _value!.Value;
        return merged;
    }
}
