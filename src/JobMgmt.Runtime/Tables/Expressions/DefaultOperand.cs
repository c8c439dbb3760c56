using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>if_not_exists(path, value)</c>.</summary>
internal sealed record DefaultOperand(PathOperand Path, IOperand Otherwise) : IOperand
{
    public JsonObject? Of(JsonObject item) => Path.Of(item) ?? Otherwise.Of(item);
}
