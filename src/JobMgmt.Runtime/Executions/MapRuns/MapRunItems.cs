using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Reading;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>The items of a Map Run, from its state's input or from objects of the runtime's own S3. They are read as they are asked for.</summary>
internal sealed class MapRunItems(IObjectStore objects)
{
    private const int ListedAtOnce = 1000;

    /// <summary>The items, no more than MaxItems.</summary>
    /// <exception cref="MapRunException">While enumerating: they can't be read.</exception>
    public IEnumerable<MapItem> Read(MapRunPlan plan) => plan.Source switch
    {
        InlineItems inline => MapItems.OfInline(inline),
        S3ObjectItems item => First(item.Settings.MaxItems, OfObject(item)),
        S3ListingItems listing => First(listing.Settings.MaxItems, OfListing(listing)),
        _ => throw new InvalidOperationException($"The source {plan.Source.GetType().Name} is not known."),
    };

    private static IEnumerable<MapItem> First(long most, IEnumerable<MapItem> items)
    {
        var count = 0L;
        using var each = items.GetEnumerator();
        while (count++ < most && each.MoveNext())
        {
            yield return each.Current;
        }
    }

    private IEnumerable<MapItem> OfObject(S3ObjectItems item)
    {
        if (item.VersionId is { } version && version != "null")
        {
            throw Failed($"The version '{version}' of the object does not exist: the local runtime keeps one version of an object.");
        }

        if (!item.Settings.IsManifest)
        {
            return OfFile(item.Bucket, item.Key, item.Settings);
        }

        using var manifest = Open(item.Bucket, item.Key);
        return MapItems.OfManifest(manifest, item.Settings).SelectMany(file => OfFile(file.Bucket, file.Key, file.Settings));
    }

    private IEnumerable<MapItem> OfFile(string bucket, string key, ReaderSettings settings)
    {
        if (key.EndsWith(".zst", StringComparison.Ordinal) || key.EndsWith(".zstd", StringComparison.Ordinal))
        {
            throw Failed($"The file {key} is compressed with ZSTD, which the local runtime does not read.");
        }

        using var content = Open(bucket, key);
        using var plain = key.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(content, System.IO.Compression.CompressionMode.Decompress) : content;
        foreach (var item in MapItems.OfFile(plain, settings, bucket, key))
        {
            yield return item;
        }
    }

    private IEnumerable<MapItem> OfListing(S3ListingItems source) => source.Settings.LoadsAndFlattens
        ? Listed(source).SelectMany(record => OfFile(source.Bucket, record.Key, source.Settings))
        : MapItems.OfListing(source, Listed(source).Select(record => new S3ObjectEntry(
            record.Key, $"\"{record.ETag}\"", record.Modified, record.Size, (record.Attributes["StorageClass"] as StatesLanguage.Json.JsonString)?.Value ?? "STANDARD")));

    private IEnumerable<S3ObjectRecord> Listed(S3ListingItems source)
    {
        var after = source.StartAfter ?? "";
        while (true)
        {
            var page = Asked(() => objects.List(source.Bucket, source.Prefix ?? "", after, ListedAtOnce));
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < ListedAtOnce)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }

    private Stream Open(string bucket, string key) => Asked(() => objects.Open(bucket, key)).Content;

    private static T Asked<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (ServiceException error)
        {
            throw Failed($"{error.Message} (Service: Amazon S3; Status Code: {error.Status}; Error Code: {error.Code})");
        }
    }

    private static MapRunException Failed(string cause) => new(MapRunException.ItemReaderFailed, cause);
}
