using System.Globalization;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>A place in an item: <c>a.b[1]</c>. Its steps are names, and indexes of lists.</summary>
internal sealed class DocumentPath(IReadOnlyList<object> steps)
{
    public IReadOnlyList<object> Steps { get; } = steps;

    /// <summary>The attribute that it begins with.</summary>
    public string Root => (string)Steps[0];

    /// <summary>The value at the place; null where nothing is.</summary>
    public JsonObject? Find(JsonObject item) => Steps.Skip(1).Aggregate(item[Root] as JsonObject, Step);

    /// <summary>The item with a value at the place, where the place before it is there.</summary>
    public JsonObject Set(JsonObject item, JsonObject value) => Change(item, 0, _ => value);

    /// <summary>The item without what is at the place; the same where nothing is.</summary>
    public JsonObject Remove(JsonObject item) => Change(item, 0, _ => null);

    /// <summary>Whether one is within the other, or both are the same.</summary>
    public bool Overlaps(DocumentPath other) => Steps.Zip(other.Steps).All(pair => pair.First.Equals(pair.Second));

    /// <summary>Whether they part where one has a name and the other an index: no item can have both.</summary>
    public bool Conflicts(DocumentPath other) =>
        Steps.Zip(other.Steps).FirstOrDefault(pair => !pair.First.Equals(pair.Second)) is { First: { } first, Second: { } second } && first.GetType() != second.GetType();

    /// <summary>As errors show it: <c>[a, b, [1]]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Steps.Select(step => step is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : step))}]";

    private static JsonObject? Step(JsonObject? value, object step) => step switch
    {
        string name when AttributeValues.Is(value, "M") => AttributeValues.Map(value!)[name] as JsonObject,
        int index when AttributeValues.Is(value, "L") && index < AttributeValues.Items(value!).Count => (JsonObject)AttributeValues.Items(value!)[index],
        _ => null,
    };

    // the members of an item or map, with the last step's one changed
    private JsonObject Change(JsonObject members, int at, Func<JsonObject?, JsonObject?> change)
    {
        var name = (string)Steps[at];
        var old = members[name] as JsonObject;
        if (at < Steps.Count - 1)
        {
            return members.With(name, Inner(old, at + 1, change));
        }

        return change(old) is { } value ? members.With(name, value) : members.Without(name);
    }

    private JsonObject Inner(JsonObject? value, int at, Func<JsonObject?, JsonObject?> change)
    {
        if (Steps[at] is string)
        {
            return AttributeValues.Is(value, "M") ? AttributeValues.Of("M", Change(AttributeValues.Map(value!), at, change)) : throw TableErrors.NoPath;
        }

        if (!AttributeValues.Is(value, "L"))
        {
            throw TableErrors.NoPath;
        }

        var items = AttributeValues.Items(value!).ToList();
        var index = (int)Steps[at];
        var old = index < items.Count ? (JsonObject)items[index] : null;
        var changed = at == Steps.Count - 1 ? change(old) : Inner(old, at + 1, change);
        if (old is not null)
        {
            items.RemoveAt(index);
        }

        if (changed is not null)
        {
            items.Insert(Math.Min(index, items.Count), changed); // beyond the end: behind the last
        }

        return AttributeValues.Of("L", new JsonArray((IReadOnlyList<JsonValue>)items));
    }
}
