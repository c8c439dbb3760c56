using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>[1,2]</c>: those items that are there, in the order asked for.</summary>
internal sealed class IndexesSegment : PathSegment
{
    private readonly List<int> _indexes;

    public IndexesSegment(List<int> indexes) => _indexes = indexes;

    public override bool IsDefinite => false;

    public override void Collect(JsonValue at, JsonValue root, List<JsonValue> found)
    {
        foreach (var index in _indexes)
        {
            if (IndexSegment.At(at, index) is { } item)
            {
                found.Add(item);
            }
        }
    }
}
