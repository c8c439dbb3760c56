namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>A choice of one element in each of some arrays of an event. Two choices agree where they name no array differently.</summary>
internal sealed class ArrayElements : IEquatable<ArrayElements>
{
    private readonly (int Array, int Index)[] _chosen;

    private ArrayElements((int Array, int Index)[] chosen) => _chosen = chosen;

    public static ArrayElements None { get; } = new([]);

    /// <summary>With one element more; its array comes after all others.</summary>
    public ArrayElements With(int array, int index) => new([.. _chosen, (array, index)]);

    /// <summary>Both choices together, or null where they contradict each other.</summary>
    public ArrayElements? Join(ArrayElements other)
    {
        if (_chosen.Length == 0 || other._chosen.Length == 0)
        {
            return _chosen.Length == 0 ? other : this;
        }

        var joined = new SortedDictionary<int, int>();
        foreach (var (array, index) in _chosen.Concat(other._chosen))
        {
            if (joined.TryGetValue(array, out var taken) && taken != index)
            {
                return null;
            }

            joined[array] = index;
        }

        return new ArrayElements(joined.Select(pair => (pair.Key, pair.Value)).ToArray());
    }

    public bool Equals(ArrayElements? other) => other is not null && _chosen.AsSpan().SequenceEqual(other._chosen);

    public override bool Equals(object? obj) => Equals(obj as ArrayElements);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var one in _chosen)
        {
            hash.Add(one);
        }

        return hash.ToHashCode();
    }
}
