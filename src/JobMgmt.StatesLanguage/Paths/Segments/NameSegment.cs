using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>.name</c> or <c>['name']</c>.</summary>
internal sealed class NameSegment : PathSegment
{
    public NameSegment(string name) => Name = name;

    public string Name { get; }

    public override bool IsDefinite => true;

    public override bool IsReference => true;

    public override JsonValue? Find(JsonValue at) => at is JsonObject obj ? obj[Name] : null;
}
