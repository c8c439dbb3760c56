using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>The body of a Query request: a form whose names are paths (<c>Tags.member.1.Key</c>, <c>Filter.1.Value.2</c>, <c>Attributes.entry.1.key</c>), read into a tree of objects, lists and texts.</summary>
internal static class QueryForm
{
    private const int MostParts = 64; // no service nests deeper by far; the tree is read by recursion

    /// <summary>The tree, Action and Version among its members.</summary>
    public static JsonObject Read(byte[] body)
    {
        var root = new Node();
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = mark < 0 ? (pair, "") : (pair[..mark], pair[(mark + 1)..]);
            var parts = Decode(name).Split('.');
            if (parts.Length > MostParts)
            {
                throw new ServiceException("SerializationException", $"The name of a parameter has more than {MostParts} parts.");
            }

            parts.Aggregate(root, (node, part) => node.Child(part)).Text = Decode(value);
        }

        return (JsonObject)root.ToJson();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private sealed class Node
    {
        private readonly OrderedDictionary<string, Node> _children = [];

        public string? Text { get; set; }

        public Node Child(string name)
        {
            if (!_children.TryGetValue(name, out var child))
            {
                _children.Add(name, child = new Node());
            }

            return child;
        }

        public JsonValue ToJson()
        {
            if (_children.Count == 1 && _children.TryGetValue("member", out var only))
            {
                return only.ToJson();
            }

            if (_children.Count == 1 && _children.TryGetValue("entry", out var entries))
            {
                return new JsonObject(entries._children.Values.Select(entry => KeyValuePair.Create(entry.Child("key").Text ?? "", (JsonValue)(entry.Child("value").Text ?? ""))));
            }

            if (_children.Count > 0 && _children.Keys.All(name => Number(name) is not null))
            {
                return new JsonArray(_children.OrderBy(child => Number(child.Key)).Select(child => child.Value.ToJson()).ToArray());
            }

            return _children.Count == 0 && Text is not null ? Text
                : new JsonObject(_children.Select(child => KeyValuePair.Create(child.Key, child.Value.ToJson())));
        }

        private static int? Number(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
