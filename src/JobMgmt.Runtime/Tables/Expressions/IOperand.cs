using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>What has a value for an item.</summary>
internal interface IOperand
{
    /// <summary>The value; null where the item has none there.</summary>
    JsonObject? Of(JsonObject item);
}
