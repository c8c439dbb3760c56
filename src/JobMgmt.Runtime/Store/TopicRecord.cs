using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>An SNS topic.</summary>
/// <param name="Arn">Its ARN, which ends with its name.</param>
/// <param name="Attributes">The attributes that it was made with.</param>
/// <param name="Tags">Its tags: a list of Key and Value.</param>
internal sealed record TopicRecord(string Arn, JsonObject Attributes, JsonArray Tags);
