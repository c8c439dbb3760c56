namespace JobMgmt.Networks.Graphs;

/// <summary>A set of a graph's nodes, by their numbers.</summary>
internal sealed class NodeSet
{
    private const int BitsInWord = 64;
    private readonly ulong[] _words;

    public NodeSet(int nodes) => _words = new ulong[(nodes + BitsInWord - 1) / BitsInWord];

    private NodeSet(ulong[] words) => _words = words;

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    public static NodeSet All(int nodes)
    {
        var all = new NodeSet(nodes);
        for (var i = 0; i < nodes; i++)
        {
            all.Add(i);
        }

        return all;
    }

    public bool Contains(int node) => (_words[node / BitsInWord] >> (node % BitsInWord) & 1) != 0;

    public void Add(int node) => _words[node / BitsInWord] |= 1UL << (node % BitsInWord);

    public void AddAll(NodeSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    public NodeSet Clone() => new((ulong[])_words.Clone());

    /// <summary>The nodes that are in both.</summary>
    public NodeSet And(NodeSet other) => Combine(other, (a, b) => a & b);

    /// <summary>The nodes that are here and not there.</summary>
    public NodeSet Except(NodeSet other) => Combine(other, (a, b) => a & ~b);

    public bool SetEquals(NodeSet other) => _words.SequenceEqual(other._words);

    public bool Overlaps(NodeSet other) => !And(other).IsEmpty;

    /// <summary>The numbers, ascending.</summary>
    public IEnumerable<int> Nodes()
    {
        for (var i = 0; i < _words.Length * BitsInWord; i++)
        {
            if (Contains(i))
            {
                yield return i;
            }
        }
    }

    private NodeSet Combine(NodeSet other, Func<ulong, ulong, ulong> combine)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = combine(_words[i], other._words[i]);
        }

        return new NodeSet(words);
    }
}
