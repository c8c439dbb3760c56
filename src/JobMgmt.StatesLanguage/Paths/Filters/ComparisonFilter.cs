using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary><c>@.a == 1</c> and its kind: two operands and an operator of <see cref="FilterOperators"/>.</summary>
internal sealed class ComparisonFilter : Filter
{
    private readonly FilterOperand _left;
    private readonly FilterOperand _right;
    private readonly Func<JsonValue?, JsonValue?, bool> _test;

    public ComparisonFilter(FilterOperand left, FilterOperand right, Func<JsonValue?, JsonValue?, bool> test)
    {
        _left = left;
        _right = right;
        _test = test;
    }

    public override bool Holds(JsonValue current, JsonValue root) => _test(_left.Value(current, root), _right.Value(current, root));
}
