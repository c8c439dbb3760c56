using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary><c>a &amp;&amp; b</c> or <c>a || b</c>.</summary>
internal sealed class LogicalFilter : Filter
{
    private readonly Filter _left;
    private readonly Filter _right;
    private readonly bool _and;

    public LogicalFilter(Filter left, Filter right, bool and)
    {
        _left = left;
        _right = right;
        _and = and;
    }

    public override bool Holds(JsonValue current, JsonValue root) =>
        _and ? _left.Holds(current, root) && _right.Holds(current, root) : _left.Holds(current, root) || _right.Holds(current, root);
}
