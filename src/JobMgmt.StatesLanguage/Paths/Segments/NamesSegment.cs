using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>['a','b']</c>: the object of those members that are there, as Jayway answers it.</summary>
internal sealed class NamesSegment : PathSegment
{
    private readonly List<string> _names;

    public NamesSegment(List<string> names) => _names = names;

    public override bool IsDefinite => true;

    public override JsonValue? Find(JsonValue at) =>
        at is JsonObject obj ? JsonObject.Of(_names.Distinct(StringComparer.Ordinal).Select(name => (name, obj[name])).ToArray()) : null;
}
