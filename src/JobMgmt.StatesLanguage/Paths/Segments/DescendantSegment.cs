using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>..</c>: the value itself and everything below it, for the next segment to look in.</summary>
internal sealed class DescendantSegment : PathSegment
{
    public static DescendantSegment Instance { get; } = new();

    public override bool IsDefinite => false;

    public override void Collect(JsonValue at, JsonValue root, List<JsonValue> found)
    {
        found.Add(at);
        foreach (var child in WildcardSegment.Children(at))
        {
            Collect(child, root, found);
        }
    }
}
