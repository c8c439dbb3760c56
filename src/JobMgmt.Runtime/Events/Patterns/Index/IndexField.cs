using JobMgmt.Runtime.Events.Patterns.ValueTests;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>A field of an <see cref="IndexNode{T}"/>: its edges, found by the field's value.</summary>
internal sealed class IndexField<T>
{
    private readonly Dictionary<string, IndexEdge<T>> _edges = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, List<IndexEdge<T>>> _whole = [];
    private readonly AffixTable<T> _address = new(StringComparer.Ordinal);
    private readonly AffixTable<T> _wholeAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly AffixTable<T> _prefix = new(StringComparer.Ordinal);
    private readonly AffixTable<T> _prefixAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly AffixTable<T> _suffix = new(StringComparer.Ordinal);
    private readonly AffixTable<T> _suffixAnyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The edge of a step, made where it is not there.</summary>
    public IndexEdge<T> EdgeOf(IndexStep step)
    {
        if (!_edges.TryGetValue(step.Identity, out var edge))
        {
            _edges.Add(step.Identity, edge = new IndexEdge<T>());
            foreach (var key in step.Keys)
            {
                Add(key, edge);
            }
        }

        return edge;
    }

    /// <summary>Takes a step's edge away; true where it was the last one.</summary>
    public bool Remove(IndexStep step)
    {
        _edges.Remove(step.Identity, out var edge);
        foreach (var key in step.Keys)
        {
            if (key.Kind != IndexKeyKind.Whole)
            {
                Table(key.Kind).Remove(((JsonString)key.Value).Value, edge!);
            }
            else if (_whole.TryGetValue(key.Value, out var edges) && edges.Remove(edge!) && edges.Count == 0)
            {
                _whole.Remove(key.Value);
            }
        }

        return _edges.Count == 0;
    }

    /// <summary>Adds the items that an event reaches from here.</summary>
    public void Collect(EventFields fields, IReadOnlyList<EventField> values, long number, List<T> found)
    {
        foreach (var (value, _) in values)
        {
            if (_whole.TryGetValue(value, out var edges))
            {
                Follow(edges, fields, number, found);
            }

            if (value is JsonString { Value: var text })
            {
                if (!_address.IsEmpty && AddressText.Canonical(text) is { } address)
                {
                    Follow(_address.Find(address), fields, number, found);
                }

                Follow(_wholeAnyCase.Find(text), fields, number, found);
                foreach (var length in _prefix.Lengths(text))
                {
                    Follow(_prefix.Find(text.AsSpan(0, length)), fields, number, found);
                }

                foreach (var length in _prefixAnyCase.Lengths(text))
                {
                    Follow(_prefixAnyCase.Find(text.AsSpan(0, length)), fields, number, found);
                }

                foreach (var length in _suffix.Lengths(text))
                {
                    Follow(_suffix.Find(text.AsSpan(text.Length - length)), fields, number, found);
                }

                foreach (var length in _suffixAnyCase.Lengths(text))
                {
                    Follow(_suffixAnyCase.Find(text.AsSpan(text.Length - length)), fields, number, found);
                }
            }
        }
    }

    private static void Follow(IReadOnlyList<IndexEdge<T>> edges, EventFields fields, long number, List<T> found)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].LastEvent != number)
            {
                edges[i].LastEvent = number;
                edges[i].Node.Collect(fields, number, found);
            }
        }
    }

    private void Add(IndexKey key, IndexEdge<T> edge)
    {
        if (key.Kind != IndexKeyKind.Whole)
        {
            Table(key.Kind).Add(((JsonString)key.Value).Value, edge);
            return;
        }

        if (!_whole.TryGetValue(key.Value, out var edges))
        {
            _whole.Add(key.Value, edges = []);
        }

        edges.Add(edge);
    }

    private AffixTable<T> Table(IndexKeyKind kind) => kind switch
    {
        IndexKeyKind.Address => _address,
        IndexKeyKind.WholeAnyCase => _wholeAnyCase,
        IndexKeyKind.Prefix => _prefix,
        IndexKeyKind.PrefixAnyCase => _prefixAnyCase,
        IndexKeyKind.Suffix => _suffix,
        _ => _suffixAnyCase,
    };
}
