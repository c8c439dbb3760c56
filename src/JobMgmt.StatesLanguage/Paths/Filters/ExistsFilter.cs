using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary><c>@.a</c> alone: the member is there, whatever its value.</summary>
internal sealed class ExistsFilter : Filter
{
    private readonly FilterOperand _operand;

    public ExistsFilter(FilterOperand operand) => _operand = operand;

    public override bool Holds(JsonValue current, JsonValue root) =>
        _operand.IsPath ? _operand.Exists(current, root) : _operand.Value(current, root) is JsonBoolean { Value: true };
}
