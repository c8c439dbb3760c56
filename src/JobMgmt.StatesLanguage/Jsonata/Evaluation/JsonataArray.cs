using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>
/// An array that an evaluation makes, with the marks that the reference implementation keeps on its arrays. It is added to only by
/// its maker, before anybody else sees it; what leaves an evaluation is a plain <see cref="JsonArray"/>.
/// </summary>
internal sealed class JsonataArray : JsonArray
{
    public JsonataArray()
        : this(new List<JsonValue>())
    {
    }

    public JsonataArray(List<JsonValue> items)
        : base((IReadOnlyList<JsonValue>)items) => Items = items;

    /// <summary>The items. One may be null: JavaScript's arrays can hold undefined.</summary>
    public List<JsonValue> Items { get; }

    /// <summary>A sequence: of no item it means undefined, of one item that item.</summary>
    public bool IsSequence { get; set; }

    /// <summary>A sequence that stays an array even with one item.</summary>
    public bool KeepSingleton { get; set; }

    /// <summary>Made by an array constructor in a path: it does not melt into the sequence around it.</summary>
    public bool IsConstructed { get; set; }

    /// <summary>The wrapping around an input that is an array itself, so that it is one context value and not several.</summary>
    public bool IsOuterWrapper { get; set; }

    /// <summary>Its items are tuples: a context value (<c>@</c>) with the variables bound on the way to it.</summary>
    public bool IsTupleStream { get; set; }

    /// <summary>An empty sequence.</summary>
    public static JsonataArray Sequence() => new() { IsSequence = true };

    /// <summary>A sequence of one item.</summary>
    public static JsonataArray Sequence(JsonValue? item)
    {
        var sequence = new JsonataArray(new List<JsonValue>(1)) { IsSequence = true };
        sequence.Add(item);
        return sequence;
    }

    public void Add(JsonValue? item) => Items.Add(item!);
}
