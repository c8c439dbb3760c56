namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>Edges by text, where the text is looked for at the beginning or the end of others: one look for each length that is there.</summary>
internal sealed class AffixTable<T>
{
    private readonly Dictionary<string, List<IndexEdge<T>>> _edges;
    private readonly Dictionary<string, List<IndexEdge<T>>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly SortedDictionary<int, int> _counts = [];
    private int[] _lengths = [];

    public AffixTable(StringComparer comparer)
    {
        _edges = new(comparer);
        _bySpan = _edges.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsEmpty => _edges.Count == 0;

    /// <summary>The lengths of the texts that are not longer than the given one.</summary>
    public ReadOnlySpan<int> Lengths(string text)
    {
        var most = _lengths.Length;
        while (most > 0 && _lengths[most - 1] > text.Length)
        {
            most--;
        }

        return _lengths.AsSpan(0, most);
    }

    public IReadOnlyList<IndexEdge<T>> Find(ReadOnlySpan<char> text) => _edges.Count > 0 && _bySpan.TryGetValue(text, out var edges) ? edges : [];

    public void Add(string text, IndexEdge<T> edge)
    {
        if (!_edges.TryGetValue(text, out var edges))
        {
            _edges.Add(text, edges = []);
            Count(text.Length, 1);
        }

        edges.Add(edge);
    }

    public void Remove(string text, IndexEdge<T> edge)
    {
        if (_edges.TryGetValue(text, out var edges) && edges.Remove(edge) && edges.Count == 0)
        {
            _edges.Remove(text);
            Count(text.Length, -1);
        }
    }

    private void Count(int length, int change)
    {
        var count = _counts.GetValueOrDefault(length) + change;
        if (count == 0)
        {
            _counts.Remove(length);
        }
        else
        {
            _counts[length] = count;
        }

        if (count == 0 || (count == 1 && change == 1))
        {
            _lengths = [.. _counts.Keys];
        }
    }
}
