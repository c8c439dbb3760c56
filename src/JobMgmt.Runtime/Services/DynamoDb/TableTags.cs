using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Tags of tables: a list of pairs in requests and answers, a map in the store.</summary>
internal static class TableTags
{
    public static JsonObject Read(JsonObject request) => Add(JsonObject.Empty, request);

    /// <summary>The tags with those of a request.</summary>
    public static JsonObject Add(JsonObject tags, JsonObject request) =>
        request.Objects("Tags").Aggregate(tags, (all, tag) => all.With(tag.Text("Key")!, tag.Text("Value")!));

    public static JsonArray List(JsonObject tags) => new(tags.Select(tag => (JsonValue)JsonObject.Of(("Key", tag.Key), ("Value", tag.Value))));
}
