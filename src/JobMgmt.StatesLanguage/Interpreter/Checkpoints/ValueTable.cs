using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Checkpoints;

/// <summary>The JSON values of a checkpoint, each once: a state's input is often the execution's, or its parent's.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<JsonValue, int> _indexes = new(new ByReference());
    private readonly List<JsonValue> _values = [];

    public IReadOnlyList<JsonValue> Values => _values;

    public int IndexOf(JsonValue value)
    {
        if (!_indexes.TryGetValue(value, out var index))
        {
            index = _values.Count;
            _indexes.Add(value, index);
            _values.Add(value);
        }

        return index;
    }

    private sealed class ByReference : IEqualityComparer<JsonValue>
    {
        public bool Equals(JsonValue? x, JsonValue? y) => ReferenceEquals(x, y);

        public int GetHashCode(JsonValue obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
