using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>An item, its key as bytes, and its size as DynamoDB counts it.</summary>
internal sealed record TableItemRecord(byte[] Hash, byte[] Range, JsonObject Item, int Size);
