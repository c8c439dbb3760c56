namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>What is reached when some fields have been met: items that ask for no more, and the fields that others ask for.</summary>
internal sealed class IndexNode<T>
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, IndexField<T>> _fields = new(StringComparer.Ordinal);

    public bool IsEmpty => _items.Count == 0 && _fields.Count == 0;

    /// <summary>Adds an item below the steps that lead to it.</summary>
    public void Add(ReadOnlySpan<IndexStep> steps, T item)
    {
        if (steps.IsEmpty)
        {
            _items.Add(item);
            return;
        }

        if (!_fields.TryGetValue(steps[0].Field, out var field))
        {
            _fields.Add(steps[0].Field, field = new IndexField<T>());
        }

        field.EdgeOf(steps[0]).Node.Add(steps[1..], item);
    }

    /// <summary>Takes an item out that was added with the same steps.</summary>
    public void Remove(ReadOnlySpan<IndexStep> steps, T item)
    {
        if (steps.IsEmpty)
        {
            _items.Remove(item);
            return;
        }

        var field = _fields[steps[0].Field];
        var node = field.EdgeOf(steps[0]).Node;
        node.Remove(steps[1..], item);
        if (node.IsEmpty && field.Remove(steps[0]))
        {
            _fields.Remove(steps[0].Field);
        }
    }

    /// <summary>Adds the items that an event reaches.</summary>
    public void Collect(EventFields fields, long number, List<T> found)
    {
        found.AddRange(_items);
        if (_fields.Count <= fields.Names.Count)
        {
            foreach (var (name, field) in _fields)
            {
                field.Collect(fields, fields.Of(name), number, found);
            }
        }
        else
        {
            foreach (var name in fields.Names)
            {
                if (_fields.TryGetValue(name, out var field))
                {
                    field.Collect(fields, fields.Of(name), number, found);
                }
            }
        }
    }
}
