using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>A place in the item.</summary>
internal sealed record PathOperand(DocumentPath Path) : IOperand
{
    public JsonObject? Of(JsonObject item) => Path.Find(item);
}
