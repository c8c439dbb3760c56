using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>A JSON object: named members in their order, names unique. Immutable; <see cref="With"/> and <see cref="Without"/> give changed copies.</summary>
public sealed class JsonObject : JsonValue, IReadOnlyList<KeyValuePair<string, JsonValue>>
{
    private const int IndexFrom = 9;
    private KeyValuePair<string, JsonValue>[] _members;
    private Dictionary<string, int>? _index;

    /// <summary>An object of the given members; where a name comes twice, the last value stands.</summary>
    public JsonObject(IEnumerable<KeyValuePair<string, JsonValue>> members) => _members = Unique(members);

    private JsonObject(KeyValuePair<string, JsonValue>[] unique) => _members = unique;

    /// <summary>The object without members.</summary>
    public static JsonObject Empty { get; } = new(Array.Empty<KeyValuePair<string, JsonValue>>());

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, JsonValue> this[int index] => _members[index];

    /// <summary>The value of a member, or null (not <see cref="JsonNull"/>) where there is none.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            var at = IndexOf(name);
            return at < 0 ? null : _members[at].Value;
        }
    }

    /// <summary>Builds an object from pairs; a null value leaves the member out.</summary>
    public static JsonObject Of(params (string Name, JsonValue? Value)[] members)
    {
        var kept = new List<KeyValuePair<string, JsonValue>>(members.Length);
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                kept.Add(new KeyValuePair<string, JsonValue>(name, value));
            }
        }

        return new JsonObject(kept);
    }

    /// <summary>An object of members whose names are known to differ; the array must not be changed afterwards.</summary>
    internal static JsonObject FromUnique(KeyValuePair<string, JsonValue>[] members) => members.Length == 0 ? Empty : new(members);

    /// <summary>Changes the members of an object that its maker has not handed on yet: JSONata's transform edits the clone that it has just made.</summary>
    internal void Replace(KeyValuePair<string, JsonValue>[] members)
    {
        _members = members;
        _index = null;
    }

    /// <summary>Whether a member of that name is there.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>A copy with the member set: in its old place where the name was there, else last.</summary>
    public JsonObject With(string name, JsonValue value)
    {
        var at = IndexOf(name);
        KeyValuePair<string, JsonValue>[] members;
        if (at >= 0)
        {
            members = (KeyValuePair<string, JsonValue>[])_members.Clone();
        }
        else
        {
            at = _members.Length;
            members = new KeyValuePair<string, JsonValue>[at + 1];
            _members.CopyTo(members, 0);
        }

        members[at] = new KeyValuePair<string, JsonValue>(name, value);
        return new JsonObject(members);
    }

    /// <summary>A copy without the member.</summary>
    public JsonObject Without(string name) =>
        Contains(name) ? new JsonObject(_members.Where(member => member.Key != name).ToArray()) : this;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, JsonValue>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override void Write(StringBuilder text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack(); // an exception, not the end of the process
        text.Append('{');
        for (var i = 0; i < _members.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            JsonString.WriteQuoted(text, _members[i].Key);
            text.Append(':');
            _members[i].Value.Write(text);
        }

        text.Append('}');
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) =>
        other is JsonObject obj && obj.Count == Count && _members.All(member => member.Value.Equals(obj[member.Key]));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 19;
        foreach (var member in _members)
        {
            hash = unchecked(hash + (StringComparer.Ordinal.GetHashCode(member.Key) * 31) + member.Value.GetHashCode());
        }

        return hash;
    }

    private static KeyValuePair<string, JsonValue>[] Unique(IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        var list = members.ToArray();
        if (list.Length < IndexFrom && AreUnique(list))
        {
            return list;
        }

        var seen = new Dictionary<string, int>(list.Length, StringComparer.Ordinal);
        var count = 0;
        foreach (var member in list)
        {
            if (seen.TryGetValue(member.Key, out var at))
            {
                list[at] = member;
            }
            else
            {
                seen.Add(member.Key, count);
                list[count++] = member;
            }
        }

        if (count < list.Length)
        {
            Array.Resize(ref list, count);
        }

        return list;
    }

    private static bool AreUnique(KeyValuePair<string, JsonValue>[] few)
    {
        for (var i = 1; i < few.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (few[i].Key == few[j].Key)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int IndexOf(string name)
    {
        if (_members.Length < IndexFrom)
        {
            for (var i = 0; i < _members.Length; i++)
            {
                if (_members[i].Key == name)
                {
                    return i;
                }
            }

            return -1;
        }

        if (_index is null)
        {
            var index = new Dictionary<string, int>(_members.Length, StringComparer.Ordinal);
            for (var i = 0; i < _members.Length; i++)
            {
                index.Add(_members[i].Key, i);
            }

            _index = index;
        }

        return _index.TryGetValue(name, out var found) ? found : -1;
    }
}
