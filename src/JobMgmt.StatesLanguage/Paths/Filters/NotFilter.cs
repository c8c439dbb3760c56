using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary><c>!(…)</c>.</summary>
internal sealed class NotFilter : Filter
{
    private readonly Filter _inner;

    public NotFilter(Filter inner) => _inner = inner;

    public override bool Holds(JsonValue current, JsonValue root) => !_inner.Holds(current, root);
}
