using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>A JSON array. Immutable: the list given at construction must not be changed afterwards.</summary>
public class JsonArray : JsonValue, IReadOnlyList<JsonValue>
{
    private readonly IReadOnlyList<JsonValue> _items;

    /// <summary>An array of the given items.</summary>
    public JsonArray(IReadOnlyList<JsonValue> items) => _items = items;

    /// <summary>An array of the given items.</summary>
    public JsonArray(IEnumerable<JsonValue> items) => _items = items.ToArray();

    /// <summary>The array without items.</summary>
    public static JsonArray Empty { get; } = new(Array.Empty<JsonValue>());

    /// <inheritdoc/>
    public sealed override JsonKind Kind => JsonKind.Array;

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public JsonValue this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<JsonValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public sealed override void Write(StringBuilder text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception, not the end of the process
        text.Append('[');
        for (var i = 0; i < _items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            _items[i].Write(text);
        }

        text.Append(']');
    }

    /// <inheritdoc/>
    public sealed override bool Equals(JsonValue? other) => other is JsonArray array && _items.SequenceEqual(array._items);

    /// <inheritdoc/>
    public sealed override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }
}
