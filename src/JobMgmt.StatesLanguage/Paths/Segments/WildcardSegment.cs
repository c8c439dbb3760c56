using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>.*</c> or <c>[*]</c>: every item or member.</summary>
internal sealed class WildcardSegment : PathSegment
{
    public static WildcardSegment Instance { get; } = new();

    public override bool IsDefinite => false;

    public override void Collect(JsonValue at, JsonValue root, List<JsonValue> found) => found.AddRange(Children(at));

    /// <summary>The items of an array, the values of an object, nothing of anything else.</summary>
    public static IEnumerable<JsonValue> Children(JsonValue value) => value switch
    {
        JsonArray array => array,
        JsonObject obj => obj.Select(member => member.Value),
        _ => Array.Empty<JsonValue>(),
    };
}
