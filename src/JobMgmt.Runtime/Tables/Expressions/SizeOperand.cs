using System.Globalization;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>size(path)</c>: no value where the place is empty or its type has no size.</summary>
internal sealed record SizeOperand(IOperand Operand) : IOperand
{
    public JsonObject? Of(JsonObject item) =>
        Operand.Of(item) is { } value && AttributeValues.Count(value) is { } count ? AttributeValues.Of("N", count.ToString(CultureInfo.InvariantCulture)!) : null;
}
