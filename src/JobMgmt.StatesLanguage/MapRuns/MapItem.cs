using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>One item of a map run.</summary>
/// <param name="Value">The item: <c>$$.Map.Item.Value</c>.</param>
/// <param name="Key">Its name, where the items are the members of a JSON object: <c>$$.Map.Item.Key</c>. Else null.</param>
/// <param name="Source">Where it comes from: <c>$$.Map.Item.Source</c>; <c>STATE_DATA</c>, or the <c>S3://bucket/key</c> of the file, the <c>S3://bucket</c> of a listing.</param>
public sealed record MapItem(JsonValue Value, string? Key, string Source)
{
    /// <summary>What a child execution is given where there is no ItemSelector: the value, or the pair of key and value.</summary>
    public JsonValue Input => Key is null ? Value : JsonObject.Of((Key, Value));

    /// <summary>The source of items that were in the state's input.</summary>
    public const string StateData = "STATE_DATA";
}
