using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>[from:to]</c>: from inclusive, to exclusive, both may be missing or count from the end. Jayway has no step.</summary>
internal sealed class SliceSegment : PathSegment
{
    private readonly int? _from;
    private readonly int? _to;

    public SliceSegment(int? from, int? to)
    {
        _from = from;
        _to = to;
    }

    public override bool IsDefinite => false;

    public override void Collect(JsonValue at, JsonValue root, List<JsonValue> found)
    {
        if (at is not JsonArray array)
        {
            return;
        }

        var from = Bound(_from ?? 0, array.Count);
        var to = Bound(_to ?? array.Count, array.Count);
        for (var i = from; i < to; i++)
        {
            found.Add(array[i]);
        }
    }

    private static int Bound(int index, int count) => Math.Min(count, Math.Max(0, index < 0 ? count + index : index));
}
