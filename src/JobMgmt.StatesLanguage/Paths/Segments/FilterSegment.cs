using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths.Filters;

namespace JobMgmt.StatesLanguage.Paths.Segments;

/// <summary><c>[?(…)]</c>: the items of an array, or the object itself, that a filter holds for. AWS documents that <c>@</c> matches no scalar, unlike Jayway's.</summary>
internal sealed class FilterSegment : PathSegment
{
    private readonly Filter _filter;
    private readonly bool _afterDescendants;

    /// <summary>After <c>..</c> every value comes by itself, so that none is tested twice.</summary>
    public FilterSegment(Filter filter, bool afterDescendants)
    {
        _filter = filter;
        _afterDescendants = afterDescendants;
    }

    public override bool IsDefinite => false;

    public override void Collect(JsonValue at, JsonValue root, List<JsonValue> found)
    {
        // Jayway tests an object itself, not its members.
        if (_afterDescendants || at is JsonObject)
        {
            if (Holds(at, root))
            {
                found.Add(at);
            }
        }
        else if (at is JsonArray array)
        {
            found.AddRange(array.Where(item => Holds(item, root)));
        }
    }

    private bool Holds(JsonValue at, JsonValue root) => at is JsonObject or JsonArray && _filter.Holds(at, root);
}
