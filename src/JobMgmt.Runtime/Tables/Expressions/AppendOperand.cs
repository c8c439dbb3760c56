using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>list_append(a, b)</c>.</summary>
internal sealed record AppendOperand(IOperand Left, IOperand Right) : IOperand
{
    public JsonObject? Of(JsonObject item) =>
        Left.Of(item) is { } left && Right.Of(item) is { } right ? UpdateArithmetic.Append(left, right) : throw TableErrors.NoAttribute;
}
