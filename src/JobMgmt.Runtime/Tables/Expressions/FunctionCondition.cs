using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The functions that are conditions: <c>attribute_exists</c>, <c>attribute_not_exists</c>, <c>attribute_type</c>, <c>begins_with</c>, <c>contains</c>.</summary>
internal sealed record FunctionCondition(string Name, IReadOnlyList<IOperand> Operands) : ICondition
{
    public IEnumerable<DocumentPath> Paths => OperandPaths.Of(Operands);

    public bool Holds(JsonObject item)
    {
        var value = Operands[0].Of(item);
        if (Name is "attribute_exists" or "attribute_not_exists")
        {
            return (value is not null) == (Name == "attribute_exists");
        }

        return value is not null && Operands[1].Of(item) is { } other && Name switch
        {
            "attribute_type" => AttributeValues.Type(value) == AttributeValues.Text(other),
            "begins_with" => BeginsWith(value, other),
            _ => Contains(value, other),
        };
    }

    private static bool BeginsWith(JsonObject value, JsonObject lead) => (AttributeValues.Type(value), AttributeValues.Type(lead)) switch
    {
        ("S", "S") => AttributeValues.Text(value).StartsWith(AttributeValues.Text(lead), StringComparison.Ordinal),
        ("B", "B") => KeyBytes.Of(value).AsSpan().StartsWith(KeyBytes.Of(lead)),
        _ => false,
    };

    private static bool Contains(JsonObject value, JsonObject part) => (AttributeValues.Type(value), AttributeValues.Type(part)) switch
    {
        ("S", "S") => AttributeValues.Text(value).Contains(AttributeValues.Text(part), StringComparison.Ordinal),
        ("B", "B") => KeyBytes.Of(value).AsSpan().IndexOf(KeyBytes.Of(part)) >= 0,
        ("SS", "S") or ("NS", "N") or ("BS", "B") => AttributeValues.Items(value).Contains(part[0].Value),
        ("L", _) => AttributeValues.Items(value).Any(item => AttributeValues.Same((JsonObject)item, part)),
        _ => false,
    };
}
