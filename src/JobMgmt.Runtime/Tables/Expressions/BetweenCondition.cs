using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>a BETWEEN b AND c</c>, both bounds included.</summary>
internal sealed record BetweenCondition(IOperand Operand, IOperand Lower, IOperand Upper) : ICondition
{
    public IEnumerable<DocumentPath> Paths => OperandPaths.Of(Operand, Lower, Upper);

    public bool Holds(JsonObject item) =>
        Operand.Of(item) is { } value && Lower.Of(item) is { } lower && Upper.Of(item) is { } upper
        && AttributeValues.Compare(value, lower) >= 0 && AttributeValues.Compare(value, upper) <= 0;
}
