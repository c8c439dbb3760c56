using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>[2]</c>, or counted from the end <c>[-1]</c>.</summary>
internal sealed class IndexSegment : PathSegment
{
    public IndexSegment(int index) => Index = index;

    public int Index { get; }

    public override bool IsDefinite => true;

    public override bool IsReference => Index >= 0;

    public override JsonValue? Find(JsonValue at) => At(at, Index);

    /// <summary>The item at an index, or null where the value is no array or has no such item.</summary>
    public static JsonValue? At(JsonValue value, int index)
    {
        if (value is not JsonArray array)
        {
            return null;
        }

        var at = index < 0 ? array.Count + index : index;
        return at >= 0 && at < array.Count ? array[at] : null;
    }
}
