using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>A table of DynamoDB.</summary>
/// <param name="Definition">What it was made with: key schema, attribute definitions, billing.</param>
/// <param name="Tags">Keys and values.</param>
/// <param name="TimeToLive">The attribute that says when an item expires; null: none does.</param>
internal sealed record TableRecord(long Id, string Name, DateTimeOffset Created, JsonObject Definition, JsonObject Tags, string? TimeToLive);
