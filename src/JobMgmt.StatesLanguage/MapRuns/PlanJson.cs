using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The parts of a stored plan.</summary>
internal static class PlanJson
{
    public static string? Text(JsonValue? value) => (value as JsonString)?.Value;

    public static long Number(JsonValue? value) => NumberOrNone(value) ?? throw new InvalidCastException();

    public static long? NumberOrNone(JsonValue? value) => value is JsonNumber number && number.TryToInt64(out var result) ? result : null;

    public static JsonValue? OrNone(long? number) => number is { } value ? value : null;

    public static JsonObject Source(ItemSource source) => source switch
    {
        InlineItems inline => JsonObject.Of(("items", inline.Items)),
        S3ObjectItems item => JsonObject.Of(("bucket", item.Bucket), ("key", item.Key), ("version", item.VersionId), ("settings", item.Settings.ToJson())),
        S3ListingItems listing => JsonObject.Of(
            ("bucket", listing.Bucket), ("prefix", listing.Prefix), ("after", listing.StartAfter), ("settings", listing.Settings.ToJson())),
        _ => throw new InvalidOperationException($"Unknown source {source}."),
    };

    public static ItemSource Source(JsonObject source)
    {
        if (source["items"] is { } items)
        {
            return new InlineItems(items);
        }

        var settings = ReaderSettings.FromJson((JsonObject)source["settings"]!);
        return Text(source["key"]) is { } key
            ? new S3ObjectItems(Text(source["bucket"])!, key, Text(source["version"]), settings)
            : new S3ListingItems(Text(source["bucket"])!, Text(source["prefix"]), Text(source["after"]), settings);
    }
}
