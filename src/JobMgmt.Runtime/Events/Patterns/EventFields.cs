using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>An event laid flat: its leaves by their dotted names. Arrays and objects without content leave nothing, so they do not exist for a pattern.</summary>
internal sealed class EventFields
{
    private readonly Dictionary<string, List<EventField>> _fields = new(StringComparer.Ordinal);
    private int _arrays;

    private EventFields()
    {
    }

    public static EventFields Of(JsonValue @event)
    {
        var fields = new EventFields();
        if (@event is JsonObject root)
        {
            fields.AddMembers(root, string.Empty, ArrayElements.None);
        }

        return fields;
    }

    /// <summary>The names of all leaves.</summary>
    public IReadOnlyCollection<string> Names => _fields.Keys;

    /// <summary>Whether any leaf stands in an element of an array of objects.</summary>
    public bool HasElements { get; private set; }

    public IReadOnlyList<EventField> Of(string name) => _fields.TryGetValue(name, out var found) ? found : [];

    private void AddMembers(JsonObject obj, string prefix, ArrayElements elements)
    {
        foreach (var member in obj)
        {
            Add(prefix + member.Key, member.Value, elements);
        }
    }

    private void Add(string name, JsonValue value, ArrayElements elements)
    {
        switch (value)
        {
            case JsonObject obj:
                AddMembers(obj, name + ".", elements);
                break;
            case JsonArray array:
                var id = _arrays++;
                for (var i = 0; i < array.Count; i++)
                {
                    Add(name, array[i], array[i] is JsonObject ? elements.With(id, i) : elements);
                }

                break;
            default:
                if (!_fields.TryGetValue(name, out var list))
                {
                    _fields.Add(name, list = []);
                }

                list.Add(new EventField(value, elements));
                HasElements |= elements != ArrayElements.None;
                break;
        }
    }
}
