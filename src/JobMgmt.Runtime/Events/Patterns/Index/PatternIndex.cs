using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>
/// Patterns in a tree of the fields that they require, so that an event is held against those patterns alone whose indexed fields it meets. What no key tells (ranges,
/// <c>anything-but</c>, addresses, absence, which elements of arrays belong together) the pattern itself decides at the end: the answers are those of <see cref="EventPattern"/>.
/// Used by one thread at a time.
/// </summary>
/// <typeparam name="T">What a pattern stands for.</typeparam>
internal sealed class PatternIndex<T>
    where T : class
{
    private readonly IndexNode<IndexedWay> _root = new();
    private readonly Dictionary<T, IndexedPattern> _patterns = new(ReferenceEqualityComparer.Instance);
    private readonly List<IndexedWay> _found = [];
    private long _event;

    /// <summary>Adds a pattern under an item that is not there yet.</summary>
    public void Add(T item, EventPattern pattern)
    {
        var indexed = new IndexedPattern(item, pattern.Alternatives);
        _patterns.Add(item, indexed);
        foreach (var way in indexed.Ways)
        {
            _root.Add(way.Steps, way);
        }
    }

    /// <summary>Takes an item's pattern out, if it is there.</summary>
    public void Remove(T item)
    {
        if (_patterns.Remove(item, out var indexed))
        {
            foreach (var way in indexed.Ways)
            {
                _root.Remove(way.Steps, way);
            }
        }
    }

    /// <summary>The items whose patterns an event (the whole envelope) matches, in no order.</summary>
    public List<T> Find(JsonValue @event)
    {
        var matched = new List<T>();
        if (_patterns.Count == 0)
        {
            return matched;
        }

        var fields = EventFields.Of(@event);
        _event++;
        _found.Clear();
        _root.Collect(fields, _event, _found);
        foreach (var way in _found)
        {
            if (way.Pattern.LastMatch != _event && way.Tests.Match(fields))
            {
                way.Pattern.LastMatch = _event;
                matched.Add(way.Pattern.Item);
            }
        }

        return matched;
    }

    private sealed class IndexedPattern
    {
        public IndexedPattern(T item, IReadOnlyList<FieldTests> alternatives)
        {
            Item = item;
            Ways = [.. alternatives.Select(tests => new IndexedWay(this, tests))];
        }

        public T Item { get; }

        public IReadOnlyList<IndexedWay> Ways { get; }

        /// <summary>The number of the last event that matched.</summary>
        public long LastMatch { get; set; }
    }

    private sealed class IndexedWay(IndexedPattern pattern, FieldTests tests)
    {
        public IndexedPattern Pattern => pattern;

        public FieldTests Tests => tests;

        public IndexStep[] Steps { get; } = tests.Steps();
    }
}
