using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// Reads a map run's items, one after the other: what has been read is not kept. None of these counts: who asks takes <see cref="ReaderSettings.MaxItems"/> at most, over all files.
/// </summary>
public static class MapItems
{
    /// <summary>Items that were in the state's input.</summary>
    public static IEnumerable<MapItem> OfInline(InlineItems source) => source.Items is JsonObject members
        ? members.Select(member => new MapItem(member.Value, member.Key, MapItem.StateData))
        : ((JsonArray)source.Items).Select(item => new MapItem(item, null, MapItem.StateData));

    /// <summary>The items of a file: JSON, JSON Lines or CSV, as the settings say.</summary>
    /// <param name="content">The file. It is read on as items are asked for, and not closed.</param>
    /// <param name="settings">How to read it.</param>
    /// <param name="bucket">Its bucket, for <c>$$.Map.Item.Source</c>.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="MapRunException">While enumerating: the file is not as the settings say.</exception>
    public static IEnumerable<MapItem> OfFile(Stream content, ReaderSettings settings, string bucket, string key)
    {
        var source = $"S3://{bucket}/{key}";
        return settings.InputType switch
        {
            "JSON" => JsonItems.Read(content, settings.ItemsPointer).Select(item => new MapItem(item.Value, item.Key, source)),
            "JSONL" => JsonLines.Read(content).Select(item => new MapItem(item, null, source)),
            "CSV" => CsvItems.Read(content, settings).Select(item => new MapItem(item, null, source)),
            _ => throw new MapRunException(MapRunException.ItemReaderFailed, $"The input type '{settings.InputType}' is not supported."),
        };
    }

    /// <summary>The objects of a bucket, each as an item.</summary>
    public static IEnumerable<MapItem> OfListing(S3ListingItems source, IEnumerable<S3ObjectEntry> entries) => entries.Select(entry => new MapItem(
        JsonObject.Of(
            ("Etag", entry.ETag),
            ("Key", entry.Key),
            ("LastModified", entry.LastModified.ToUnixTimeSeconds()),
            ("Size", entry.Size),
            ("StorageClass", entry.StorageClass)),
        null,
        $"S3://{source.Bucket}"));

    /// <summary>The files that a manifest names, in its order.</summary>
    /// <exception cref="MapRunException">It is no manifest, or names none.</exception>
    public static IReadOnlyList<ManifestFile> OfManifest(Stream manifest, ReaderSettings settings) => Manifests.Read(manifest, settings);
}
