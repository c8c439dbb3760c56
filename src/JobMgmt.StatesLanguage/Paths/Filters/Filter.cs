using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary>A predicate of a path: what stands in <c>[?(…)]</c>.</summary>
internal abstract class Filter
{
    /// <summary>Whether it holds for a value (<c>@</c>) within a document (<c>$</c>).</summary>
    public abstract bool Holds(JsonValue current, JsonValue root);
}
