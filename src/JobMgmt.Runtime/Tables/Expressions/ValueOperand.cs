using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>A value of the request.</summary>
internal sealed record ValueOperand(JsonObject Value) : IOperand
{
    public JsonObject? Of(JsonObject item) => Value;
}
