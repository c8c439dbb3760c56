using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>An ItemBatcher, evaluated.</summary>
/// <param name="MaxItems">How many items a batch has at most; null for no limit.</param>
/// <param name="MaxInputBytes">How large a batch's input may be, in UTF-8 bytes; null for the limit of every input, 262,144.</param>
/// <param name="BatchInput">What each batch is given besides its items; null for nothing.</param>
public sealed record BatchSettings(long? MaxItems, long? MaxInputBytes, JsonValue? BatchInput)
{
    internal JsonObject ToJson() => JsonObject.Of(("items", PlanJson.OrNone(MaxItems)), ("bytes", PlanJson.OrNone(MaxInputBytes)), ("input", BatchInput));

    internal static BatchSettings FromJson(JsonObject source) => new(PlanJson.NumberOrNone(source["items"]), PlanJson.NumberOrNone(source["bytes"]), source["input"]);
}
