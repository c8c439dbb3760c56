using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The parts of an item that a request wants.</summary>
internal sealed class Projection(IReadOnlyList<DocumentPath> paths)
{
    /// <summary>Reads it; null where the request has none.</summary>
    public static Projection? Read(string? text, ExpressionScope scope)
    {
        if (text is null)
        {
            return null;
        }

        var reader = new ExpressionReader(text, ExpressionKind.Projection, scope);
        var paths = new List<DocumentPath>();
        do
        {
            var path = reader.Path();
            PathRules.CheckAgainst(reader, paths, path);
            paths.Add(path);
        }
        while (reader.TakeIf(","));
        reader.NeedEnd();
        return new Projection(paths);
    }

    /// <summary>The places that the item has, each within what it is in; the items of lists that are left out leave no gap.</summary>
    public JsonObject Of(JsonObject item)
    {
        var root = new Node();
        foreach (var path in paths)
        {
            if (path.Find(item) is { } value)
            {
                root.Add(path.Steps, 0, value);
            }
        }

        return root.Members();
    }

    private sealed class Node
    {
        private readonly SortedDictionary<int, Node> _items = [];
        private readonly Dictionary<string, Node> _members = new(StringComparer.Ordinal);
        private JsonObject? _value;

        public void Add(IReadOnlyList<object> steps, int at, JsonObject value)
        {
            if (at == steps.Count)
            {
                _value = value;
                return;
            }

            var known = steps[at] is int index ? _items.GetValueOrDefault(index) : _members.GetValueOrDefault((string)steps[at]);
            var node = known ?? new Node();
            if (steps[at] is int number)
            {
                _items[number] = node;
            }
            else
            {
                _members[(string)steps[at]] = node;
            }

            node.Add(steps, at + 1, value);
        }

        public JsonObject Members() => new(_members.Select(member => KeyValuePair.Create(member.Key, (JsonValue)member.Value.Value())));

        private JsonObject Value() => _value
            ?? (_items.Count > 0 ? AttributeValues.Of("L", new JsonArray(_items.Values.Select(item => (JsonValue)item.Value()))) : AttributeValues.Of("M", Members()));
    }
}
