using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>Pairs of key and value: an object constructor, or a grouping of what stands before it by key.</summary>
internal sealed class Grouping
{
    private readonly (Expression Key, Expression Value)[] _pairs;
    private readonly int _position;

    public Grouping((Expression Key, Expression Value)[] pairs, int position)
    {
        _pairs = pairs;
        _position = position;
    }

    public IReadOnlyList<(Expression Key, Expression Value)> Pairs => _pairs;

    /// <summary>Sorts the items into groups by their keys, then evaluates each group's value once.</summary>
    public JsonObject Evaluate(JsonValue? input, Frame frame)
    {
        var isTuples = input is JsonataArray { IsTupleStream: true };
        if (!isTuples && input is not JsonArray)
        {
            return One(input, frame);
        }

        var array = (JsonArray)input!;
        var groups = new GroupTable();
        for (var i = 0; i < array.Count; i++)
        {
            Add(groups, array[i], isTuples, frame);
        }

        if (array.Count == 0 && !isTuples)
        {
            Add(groups, null, false, frame); // so that literals alone still make an object
        }

        var members = new List<KeyValuePair<string, JsonValue>>(groups.Count);
        foreach (var group in groups.Groups)
        {
            if (Value(group, isTuples, frame) is { } value)
            {
                members.Add(new KeyValuePair<string, JsonValue>(group.Key, value));
            }
        }

        return Object(members.ToArray());
    }

    // The usual case, an object constructor: one item, so nothing to gather.
    private JsonObject One(JsonValue? input, Frame frame)
    {
        var keys = new string?[_pairs.Length];
        for (var i = 0; i < _pairs.Length; i++)
        {
            keys[i] = Key(_pairs[i].Key.Evaluate(input, frame));
            if (keys[i] is { } key && Array.IndexOf(keys, key, 0, i) >= 0)
            {
                throw new JsonataException("D1009", _position, null, key);
            }
        }

        var members = new KeyValuePair<string, JsonValue>[_pairs.Length];
        var count = 0;
        for (var i = 0; i < _pairs.Length; i++)
        {
            if (keys[i] is { } key && _pairs[i].Value.Evaluate(input, frame) is { } value)
            {
                members[count++] = new KeyValuePair<string, JsonValue>(key, value);
            }
        }

        if (count < members.Length)
        {
            Array.Resize(ref members, count);
        }

        return Object(members);
    }

    // a new one even where it is empty: "in" tells objects apart
    private static JsonObject Object(KeyValuePair<string, JsonValue>[] members) =>
        members.Length == 0 ? new JsonObject(members) : JsonObject.FromUnique(members);

    private void Add(GroupTable groups, JsonValue? item, bool isTuple, Frame frame)
    {
        var context = isTuple ? ((JsonObject)item!)["@"] : item;
        var scope = isTuple ? Frame.Of(frame, (JsonObject)item!) : frame;
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            if (Key(_pairs[pair].Key.Evaluate(context, scope)) is { } key && !groups.TryAdd(key, item, pair))
            {
                throw new JsonataException("D1009", _position, null, key);
            }
        }
    }

    private string? Key(JsonValue? value) => value switch
    {
        null => null,
        JsonString { Value: "_jsonata_lambda" or "_jsonata_function" } => throw new JsonataException("D1013", _position, null, value),
        JsonString text => text.Value,
        _ => throw new JsonataException("T1003", _position, null, value),
    };

    private JsonValue? Value(GroupTable.Entry group, bool isTuples, Frame frame)
    {
        var value = _pairs[group.Pair].Value;
        if (!isTuples)
        {
            return value.Evaluate(group.Data, frame);
        }

        var tuple = Tuples.Reduce(group.Data, frame.Run);
        return value.Evaluate(tuple["@"], Frame.Of(frame, tuple.Without("@")));
    }
}
