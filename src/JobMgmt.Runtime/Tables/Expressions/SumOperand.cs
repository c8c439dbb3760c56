using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>a + b</c> and <c>a - b</c> of an update.</summary>
internal sealed record SumOperand(IOperand Left, bool Subtracts, IOperand Right) : IOperand
{
    public JsonObject? Of(JsonObject item) =>
        Left.Of(item) is { } left && Right.Of(item) is { } right ? UpdateArithmetic.Sum(left, right, Subtracts) : throw TableErrors.NoAttribute;
}
