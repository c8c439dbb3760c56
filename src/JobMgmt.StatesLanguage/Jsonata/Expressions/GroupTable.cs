using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>Groups by key, in the order in which their keys came.</summary>
internal sealed class GroupTable
{
    private readonly Dictionary<string, Entry> _index = new(StringComparer.Ordinal);

    public List<Entry> Groups { get; } = [];

    public int Count => Groups.Count;

    /// <summary>Adds an item to a group; false where another pair's key has made the group.</summary>
    public bool TryAdd(string key, JsonValue? item, int pair)
    {
        if (_index.TryGetValue(key, out var group))
        {
            group.Add(item);
            return group.Pair == pair;
        }

        group = new Entry(key, item, pair);
        _index.Add(key, group);
        Groups.Add(group);
        return true;
    }

    /// <summary>One group: its first item alone, or an array of all.</summary>
    internal sealed class Entry
    {
        private JsonataArray? _many;

        public Entry(string key, JsonValue? data, int pair)
        {
            Key = key;
            Data = data;
            Pair = pair;
        }

        public string Key { get; }

        public int Pair { get; }

        public JsonValue? Data { get; private set; }

        public void Add(JsonValue? item)
        {
            if (item is null || Data is null)
            {
                Data ??= item;
                return;
            }

            if (_many is null)
            {
                _many = new JsonataArray();
                Sequences.AddAll(_many, Data);
                Data = _many;
            }

            Sequences.AddAll(_many, item);
        }
    }
}
